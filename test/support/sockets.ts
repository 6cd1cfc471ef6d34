import { io, type Socket } from "socket.io-client";
import type { LiveEvent } from "../../server/events/contract.ts";
import { until } from "./until.ts";

export interface TestSocket {
  readonly socket: Socket;
  /** Everything heard so far. */
  readonly events: LiveEvent[];
  /** Waits until this was heard; answers it. */
  heard(type: LiveEvent["type"], commentId?: string): Promise<LiveEvent>;
  close(): void;
}

/** Opens a socket as a browser would; rejects with the server's words when it is refused. */
export function openSocket(
  address: string,
  namespace: "/desk" | "/readers",
  { cookie, origin, auth }: { cookie?: string; origin?: string; auth?: object } = {},
): Promise<TestSocket> {
  const socket = io(address + namespace, {
    transports: ["websocket"],
    forceNew: true,
    reconnection: false,
    auth: auth as Record<string, unknown>,
    extraHeaders: { ...(cookie && { cookie }), ...(origin && { origin }) },
  });
  const events: LiveEvent[] = [];
  socket.on("event", (event: LiveEvent) => events.push(event));
  return new Promise((resolve, reject) => {
    socket.on("connect_error", (error) => {
      socket.close();
      reject(error);
    });
    socket.on("connect", () =>
      resolve({
        socket,
        events,
        async heard(type, commentId) {
          const find = () =>
            events.find((event) => event.type === type && (!commentId || event.commentId === commentId));
          await until(
            `${namespace} heard ${type} (it heard ${events.map((event) => event.type)})`,
            () => find() !== undefined,
            10,
          );
          return find() as LiveEvent;
        },
        close: () => socket.close(),
      }),
    );
  });
}
