import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface Asked {
  method: string;
  path: string;
  headers: Record<string, string>;
  body: string;
}

export interface Front {
  readonly address: string;
  /** Every POST that came, in order. */
  readonly posts: Asked[];
  close(): Promise<void>;
}

const PASSED = ["authorization", "content-type", "cookie", "idempotency-key", "prefer"];

/** Passes a request on to the server behind; may be called more than once. */
type Pass = (change?: { headers?: Record<string, string> }) => Promise<{ status: number; text: string }>;

/**
 * A server in front of Replydesk, as a proxy with bad days is. `treat` sees each request and may answer it, or end the connection, by itself; what it leaves
 * alone is passed on. Live doors are not: they are refused.
 */
export async function startFront(
  behind: string,
  treat: (asked: Asked, pass: Pass, res: ServerResponse) => Promise<void>,
): Promise<Front> {
  const posts: Asked[] = [];
  async function serve(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of req) chunks.push(chunk as Buffer);
    const asked: Asked = {
      method: req.method ?? "",
      path: req.url ?? "",
      headers: Object.fromEntries(
        PASSED.flatMap((name) => (req.headers[name] ? [[name, String(req.headers[name])]] : [])),
      ),
      body: Buffer.concat(chunks).toString(),
    };
    if (asked.method === "POST") posts.push(asked);
    const pass: Pass = async (change = {}) => {
      const answer = await fetch(behind + asked.path, {
        method: asked.method,
        headers: change.headers ?? asked.headers,
        body: asked.method === "POST" ? asked.body : undefined,
      });
      return { status: answer.status, text: await answer.text() };
    };
    await treat(asked, pass, res);
    if (res.writableEnded || res.destroyed) return;
    const { status, text } = await pass();
    res.writeHead(status, { "content-type": "application/json" }).end(text);
  }
  const http = createServer((req, res) => {
    serve(req, res).catch(() => res.destroy());
  });
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  return {
    address: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    posts,
    close() {
      http.closeAllConnections();
      return new Promise((resolve) => http.close(() => resolve()));
    },
  };
}
