import { io } from "socket.io-client";
import type { LiveEvent } from "../events/contract.ts";

const DECIDED: ReadonlySet<LiveEvent["type"]> = new Set([
  "comment.approved",
  "comment.held",
  "comment.rejected",
  "comment.decided",
]);

export interface Ear {
  /** When, by performance.now(), each comment's decision was first heard of. */
  readonly heard: ReadonlyMap<string, number>;
  close(): void;
}

/**
 * Listens at a live door until close(): `/desk` hears every decision, an article in `/readers` what becomes public. Throws the server's sentence
 * when it is refused. A connection that breaks comes back by itself; what happened meanwhile is not heard.
 */
export async function listenAt(
  door: string,
  { cookie, auth }: { cookie?: string; auth?: Record<string, unknown> },
): Promise<Ear> {
  const heard = new Map<string, number>();
  const socket = io(door, {
    transports: ["websocket"],
    forceNew: true,
    auth,
    extraHeaders: cookie ? { cookie } : {},
  });
  socket.on("event", ({ type, commentId }: LiveEvent) => {
    if (commentId && DECIDED.has(type) && !heard.has(commentId)) heard.set(commentId, performance.now());
  });
  await new Promise<void>((resolve, reject) => {
    socket.once("connect", resolve);
    socket.once("connect_error", (error) => {
      socket.close();
      reject(error);
    });
  });
  return { heard, close: () => socket.close() };
}
