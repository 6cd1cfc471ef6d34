import { LRUCache } from "lru-cache";
import type { Namespace } from "socket.io";
import { sectionOf } from "../articles/store.ts";
import type { Db } from "../db/pool.ts";
import type { LiveEvent } from "../events/contract.ts";
import { log } from "../log.ts";
import { partsRoom, sectionRoom } from "./desk-rights.ts";

/** An article that is moved to another section is heard of there after so many ms. */
const KNOWN_FOR = 3_000;
/** What is of no comment and yet for all who moderate something of a site; of readers, rules and keys they hear nothing. */
const FOR_ALL = new Set<LiveEvent["type"]>(["queue.changed", "site.updated"]);

/** Sends a site's hints to the desks of those who moderate sections of it: of a comment or an article to its section alone, in the order they came. */
export function sectionSender(
  db: Db,
  desk: Namespace,
  toRoom: (room: string, event: LiveEvent) => void,
): (event: LiveEvent) => void {
  const known = new LRUCache<string, { section: string | null }>({ max: 10_000, ttl: KNOWN_FOR });
  let before: Promise<void> = Promise.resolve();

  async function send(siteId: string, event: LiveEvent): Promise<void> {
    const { articleId, commentId } = event;
    const of = articleId ?? (commentId as string);
    const found = known.get(of) ?? { section: await sectionOf(db, { articleId, commentId }) };
    known.set(of, found, { noUpdateTTL: true });
    if (found.section !== null) toRoom(sectionRoom(siteId, found.section), event);
  }

  return (event) => {
    const { siteId, articleId, commentId } = event;
    // Nobody asks the database for desks that are not open.
    if (!siteId || !desk.adapter.rooms.has(partsRoom(siteId))) return;
    if (!articleId && !commentId) {
      if (FOR_ALL.has(event.type)) toRoom(partsRoom(siteId), event);
      return;
    }
    before = before
      .then(() => send(siteId, event))
      .catch((error: unknown) => {
        log.warn({ reason: (error as Error).message }, "The section of a hint could not be read");
        toRoom(partsRoom(siteId), { type: "queue.changed", siteId });
      });
  };
}
