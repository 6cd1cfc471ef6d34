import { io } from "socket.io-client";
import type { LiveEvent } from "../server/events/contract.ts";

/** How long to wait before knocking again where socket.io itself would give up: the server refused or sent us away. */
const KNOCK_AGAIN_MS = 5_000;

export interface LiveInput {
  origin: string;
  site: string;
  article: { url: string; id?: string };
  token(): string | null;
  onEvent(event: LiveEvent): void;
  /** The line stands: what happened before, since the thread was read or while it was down, is not known. */
  onConnect(): void;
}

/** Follows one article. `again()` introduces the reader anew, as after a first post. */
export function connect({ origin, site, article, token, onEvent, onConnect }: LiveInput) {
  const socket = io(`${origin}/readers`, {
    transports: ["websocket", "polling"],
    tryAllTransports: true,
    auth: (give) => give({ site, article, token: token() ?? undefined }),
  });
  let knock: ReturnType<typeof setTimeout> | undefined;
  const knockAgain = () => {
    if (socket.active) return;
    clearTimeout(knock);
    knock = setTimeout(() => socket.connect(), KNOCK_AGAIN_MS * (1 + Math.random()));
  };
  socket.on("connect_error", knockAgain);
  socket.on("disconnect", (reason) => {
    if (reason === "io server disconnect") knockAgain();
  });
  socket.on("connect", onConnect);
  socket.on("event", onEvent);
  return {
    again: () => void socket.disconnect().connect(),
    close() {
      clearTimeout(knock);
      socket.disconnect();
    },
  };
}
