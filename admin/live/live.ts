import type { Socket } from "socket.io-client";
import type { LiveEvent } from "../../server/events/contract.ts";

/** `connecting` only before the first connection; after that a gap is `reconnecting`, or `offline` when the device says so. */
export type LiveState = "connecting" | "live" | "reconnecting" | "offline";

interface Hooks {
  /** On every connection, the first one too: whatever is shown may be stale. */
  connected: () => void;
  event: (event: LiveEvent) => void;
  /** The server refused the session. */
  refused: () => void;
}

const RETRY_REFUSED_MS = 5_000;

let state: LiveState = "connecting";
const watchers = new Set<() => void>();

export function liveState(): LiveState {
  return state;
}

export function watchLiveState(changed: () => void): () => void {
  watchers.add(changed);
  return () => watchers.delete(changed);
}

function become(next: LiveState): void {
  if (next === state) return;
  state = next;
  for (const changed of watchers) changed();
}

/** Opens the desk's live channel. Returns what closes it. */
export function openLive(hooks: Hooks): () => void {
  let socket: Socket | null = null;
  let closed = false;
  let retry: ReturnType<typeof setTimeout> | undefined;

  const lost = () =>
    become(navigator.onLine ? (state === "connecting" ? "connecting" : "reconnecting") : "offline");
  const backOnline = () => {
    lost();
    socket?.connect();
  };
  const goneOffline = () => become("offline");
  window.addEventListener("online", backOnline);
  window.addEventListener("offline", goneOffline);

  // Loaded on its own, so that the first comment is on screen before the live part arrives.
  void import("socket.io-client").then(({ io }) => {
    if (closed) return;
    socket = io("/desk", {
      transports: ["websocket", "polling"],
      tryAllTransports: true,
      withCredentials: true,
      reconnectionDelay: 500,
      reconnectionDelayMax: 5_000,
    });
    socket.on("connect", () => {
      become("live");
      hooks.connected();
    });
    socket.on("disconnect", (reason) => {
      become(navigator.onLine ? "reconnecting" : "offline");
      if (reason === "io server disconnect") {
        hooks.refused();
        retry = setTimeout(() => socket?.connect(), RETRY_REFUSED_MS);
      }
    });
    socket.on("connect_error", () => {
      become(navigator.onLine ? "reconnecting" : "offline");
      if (socket && !socket.active) {
        hooks.refused();
        retry = setTimeout(() => socket?.connect(), RETRY_REFUSED_MS);
      }
    });
    socket.on("event", (event: LiveEvent) => hooks.event(event));
  });

  return () => {
    closed = true;
    clearTimeout(retry);
    window.removeEventListener("online", backOnline);
    window.removeEventListener("offline", goneOffline);
    socket?.disconnect();
    become("connecting");
  };
}
