import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { ATTRIBUTES } from "../../server/scoring/scorer.ts";

export interface Asked<B> {
  url: string;
  headers: IncomingHttpHeaders;
  raw: string;
  /** The connection's, on the asking side. */
  port: number | undefined;
  body: B;
}

export type Reply = (res: ServerResponse) => void;

export interface TestProvider<B> {
  /** Scheme, host and port. */
  readonly url: string;
  readonly asked: Asked<B>[];
  /** Answers everything from now on like this. */
  answer(reply: Reply): void;
  /** Answers the next ones like these, one after the other, and then as before. */
  answerNext(...replies: Reply[]): void;
  close(): Promise<void>;
}

/** A scorer's server on loopback that keeps what it is asked. Answers as Perspective would until told otherwise. */
export async function startProvider<B = { comment: { text: string } }>(): Promise<TestProvider<B>> {
  const asked: Asked<B>[] = [];
  const next: Reply[] = [];
  let always: Reply = send(200, perspectiveSays(0.9));
  const server = createServer(async (req, res) => {
    let raw = "";
    for await (const chunk of req) raw += chunk;
    asked.push({
      url: req.url ?? "",
      headers: req.headers,
      raw,
      port: req.socket.remotePort,
      body: JSON.parse(raw) as B,
    });
    (next.shift() ?? always)(res);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    answer: (reply) => {
      always = reply;
    },
    answerNext: (...replies) => void next.push(...replies),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export const send =
  (status: number, body: unknown = "", headers: Record<string, string> = {}): Reply =>
  (res) => {
    const text = typeof body === "string" ? body : JSON.stringify(body);
    res.writeHead(status, { "content-type": "application/json", ...headers }).end(text);
  };

/** Never answers. */
export const hang: Reply = () => {};
/** Cuts the connection. */
export const cut: Reply = (res) => void res.destroy();

export const attribute = (value: number, spanScores: object[] = []) => ({
  summaryScore: { value, type: "PROBABILITY" },
  spanScores,
});

/** Perspective's answer with this score for every attribute. */
export const perspectiveSays = (value: number) => ({
  attributeScores: Object.fromEntries(ATTRIBUTES.map((name) => [name, attribute(value)])),
  languages: ["en"],
});
