import { connect } from "node:net";

export interface Answer {
  /** The place of its request, from 0. */
  index: number;
  status: number;
  body: Buffer;
}

export interface Measured {
  seconds: number;
  /** One for each request, in ms, in the order of the answers. */
  latencies: number[];
  /** Answers by status. */
  statuses: Record<number, number>;
}

/**
 * Sends `count` requests over `connections` kept-alive connections to a port of this machine, one at a time on each. Writes and reads bare
 * bytes, because a full HTTP client would take as much CPU as the server it measures.
 */
export function sendAll(options: {
  port: number;
  count: number;
  connections: number;
  request(index: number): Buffer;
  answered?(answer: Answer): void;
}): Promise<Measured> {
  const { port, count, request, answered } = options;
  const latencies: number[] = [];
  const statuses: Record<number, number> = {};
  const began = performance.now();
  let next = 0;

  function open(): Promise<void> {
    return new Promise((resolve, reject) => {
      const socket = connect({ port, host: "127.0.0.1", noDelay: true });
      let index = -1;
      let sent = 0;
      let received: Buffer = Buffer.alloc(0);
      const send = (): void => {
        if (next >= count) {
          socket.destroy();
          resolve();
          return;
        }
        index = next++;
        const bytes = request(index);
        sent = performance.now();
        socket.write(bytes);
      };
      socket.on("connect", send);
      socket.on("error", reject);
      socket.on("end", () => reject(new Error("The server closed a connection")));
      socket.on("data", (chunk) => {
        received = received.length === 0 ? chunk : Buffer.concat([received, chunk]);
        const answer = whole(received);
        if (!answer) return;
        received = Buffer.alloc(0);
        latencies.push(performance.now() - sent);
        statuses[answer.status] = (statuses[answer.status] ?? 0) + 1;
        answered?.({ index, ...answer });
        send();
      });
    });
  }

  return Promise.all(Array.from({ length: Math.min(options.connections, count) }, open)).then(() => ({
    seconds: (performance.now() - began) / 1_000,
    latencies,
    statuses,
  }));
}

/** The answer once all of it is here. Every server here says Content-Length, or answers 304, which has no body. */
function whole(bytes: Buffer): { status: number; body: Buffer } | null {
  const end = bytes.indexOf("\r\n\r\n");
  if (end < 0) return null;
  const head = bytes.subarray(0, end).toString("latin1");
  const length = Number(/^content-length: *(\d+)/im.exec(head)?.[1] ?? 0);
  const start = end + 4;
  if (bytes.length < start + length) return null;
  return { status: Number(head.slice(9, 12)), body: bytes.subarray(start, start + length) };
}

/** A request's bytes. */
export function requestBytes(
  method: string,
  path: string,
  headers: Readonly<Record<string, string>>,
  body = "",
): Buffer {
  const payload = Buffer.from(body);
  const lines = [`${method} ${path} HTTP/1.1`, "Host: 127.0.0.1"];
  for (const [name, value] of Object.entries(headers)) lines.push(`${name}: ${value}`);
  if (body) lines.push("Content-Type: application/json", `Content-Length: ${payload.length}`);
  return Buffer.concat([Buffer.from(`${lines.join("\r\n")}\r\n\r\n`), payload]);
}
