import type { Namespace } from "socket.io";
import type { LiveEvent } from "../events/contract.ts";

/** One process delivers some 35,000 messages a second to all its sockets together; a room may use this part of them. */
const DELIVERIES_A_SECOND = 8_000;
/** A room's events wait for each other at most this long, in ms: four bundles a second. */
const LONGEST_WAIT = 250;
/** More than this in one bundle, and a single "look again" says it all. */
const MOST_HINTS = 50;

/**
 * Sends hints to rooms of a namespace. The first goes at once; those that follow closely wait for each other, the longer the more sockets
 * listen: a desk of ten hears of everything within a millisecond, a room of two thousand four times a second. When more gathers than anyone
 * could read one by one, a single `tooMany` stands for all.
 */
export function roomSender(
  namespace: Namespace,
  tooMany: "queue.changed" | "thread.changed",
): (room: string, event: LiveEvent) => void {
  const waiting = new Map<string, LiveEvent[]>();

  function pause(room: string): number {
    const sockets = namespace.adapter.rooms.get(room)?.size ?? 0;
    return Math.min(LONGEST_WAIT, (sockets * 1_000) / DELIVERIES_A_SECOND);
  }

  function flush(room: string): void {
    const events = waiting.get(room) ?? [];
    if (events.length === 0) {
      waiting.delete(room);
      return;
    }
    waiting.set(room, []);
    const first = events[0] as LiveEvent;
    if (events.length > MOST_HINTS)
      emit(room, { type: tooMany, siteId: first.siteId, articleId: first.articleId });
    else for (const event of events) emit(room, event);
    setTimeout(() => flush(room), pause(room)).unref();
  }

  function emit(room: string, event: LiveEvent): void {
    namespace.to(room).emit("event", event);
  }

  return (room, event) => {
    if (!namespace.adapter.rooms.has(room)) return;
    const queued = waiting.get(room);
    if (queued) {
      queued.push(event);
      return;
    }
    waiting.set(room, []);
    emit(room, event);
    setTimeout(() => flush(room), pause(room)).unref();
  };
}
