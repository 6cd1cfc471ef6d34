import { io } from "socket.io-client";
import type { LiveEvent } from "../server/events/contract.ts";

export interface LiveInput {
  origin: string;
  site: string;
  article: { url: string; id?: string };
  token(): string | null;
  onEvent(event: LiveEvent): void;
  /** The line was lost and is back: what happened meanwhile is not known. */
  onReturn(): void;
}

/** Follows one article. `again()` introduces the reader anew, as after a first post. */
export function connect({ origin, site, article, token, onEvent, onReturn }: LiveInput) {
  const socket = io(`${origin}/readers`, {
    transports: ["websocket", "polling"],
    tryAllTransports: true,
    auth: (give) => give({ site, article, token: token() ?? undefined }),
  });
  let before = false;
  socket.on("connect", () => {
    if (before) onReturn();
    before = true;
  });
  socket.on("event", onEvent);
  return {
    again: () => void socket.disconnect().connect(),
    close: () => void socket.disconnect(),
  };
}
