import { LRUCache } from "lru-cache";
import type { Db } from "../db/pool.ts";
import type { Feed } from "../events/feed.ts";
import { log } from "../log.ts";
import { hashOf, isKey } from "./key.ts";
import { type ApiKeyRow, findApiKeyByHash, saveLastUse } from "./store.ts";

/** Whose key this is, or null for one that is not in use. */
export type Recognise = (key: string) => Promise<ApiKeyRow | null>;

/** Keys remembered by a process, known or not, and for how long in ms, should a revocation not reach it. */
const REMEMBERED = 5_000;
const TRUSTED_FOR = 60_000;
/** How often a key's last use is written, in ms. */
const USE_WRITTEN_EVERY = 60_000;

/**
 * Recognises keys without asking the database each time. What it remembers is forgotten as soon as any process revokes or makes a key. A key's last use is
 * written once a minute at most, beside the answer.
 */
export function keyRecogniser(db: Db, feed: Pick<Feed, "subscribe" | "onGap">): Recognise {
  const known = new LRUCache<string, { row: ApiKeyRow | null }>({ max: REMEMBERED, ttl: TRUSTED_FOR });
  const used = new LRUCache<string, true>({ max: REMEMBERED, ttl: USE_WRITTEN_EVERY });
  let changes = 0;
  const forget = (): void => {
    changes += 1;
    known.clear();
  };
  feed.subscribe(({ type }) => (type === "api-key.revoked" || type === "api-key.created") && forget());
  feed.onGap(forget);

  function use({ id }: ApiKeyRow): void {
    if (used.has(id)) return;
    used.set(id, true);
    saveLastUse(db, id, new Date()).catch((error: Error) =>
      log.warn({ reason: error.message }, "A key's last use could not be noted"),
    );
  }

  return async (key) => {
    if (!isKey(key)) return null;
    const hash = hashOf(key);
    const name = hash.toString("base64");
    let entry = known.get(name);
    if (!entry) {
      const before = changes;
      entry = { row: await findApiKeyByHash(db, hash) };
      // What was read before a revocation must not be remembered after it.
      if (before === changes) known.set(name, entry);
    }
    if (entry.row) use(entry.row);
    return entry.row;
  };
}
