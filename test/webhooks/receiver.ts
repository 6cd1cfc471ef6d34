import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface Received {
  headers: Record<string, string>;
  body: string;
  /** The body, parsed. */
  json: {
    type: string;
    timestamp: string;
    data: Record<string, never> & { comment: Record<string, unknown> };
  };
}

export interface Receiver {
  readonly url: string;
  readonly port: number;
  readonly received: Received[];
  /** Answers every request from now on with this status, or leaves it without an answer. */
  answer(status: number | "nothing" | "cut", headers?: Record<string, string>): void;
  /** Answers all that wait for an answer, at once, with this status. */
  release(status: number): void;
  close(): Promise<void>;
}

/** An endpoint on loopback that keeps what it is sent. */
export async function startReceiver(): Promise<Receiver> {
  const received: Received[] = [];
  let status: number | "nothing" | "cut" = 200;
  let extra: Record<string, string> = {};
  const waiting: ServerResponse[] = [];
  const server: Server = createServer(async (req, res) => {
    let body = "";
    for await (const chunk of req) body += chunk;
    received.push({ headers: flat(req.headers), body, json: JSON.parse(body) });
    if (status === "cut") req.socket.destroy();
    else if (status === "nothing") waiting.push(res);
    else res.writeHead(status, extra).end("thank you");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/hook`,
    port,
    received,
    answer(next, headers = {}) {
      status = next;
      extra = headers;
    },
    release(next) {
      for (const res of waiting.splice(0)) res.writeHead(next).end();
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function flat(headers: IncomingHttpHeaders): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
}
