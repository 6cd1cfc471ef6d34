import { type Db, inTransaction } from "../db/pool.ts";
import { AppError } from "../errors.ts";
import { appendEvents } from "../events/append.ts";
import { endApiKey } from "./store.ts";

/** Ends a key for good; every server hears of it at once. Throws AppError("not_found"). */
export function revokeApiKey(db: Db, input: { siteId: string; id: string; actor: string }): Promise<void> {
  return inTransaction(db, async (tx) => {
    const ended = await endApiKey(tx, input.siteId, input.id);
    if (!ended) {
      throw new AppError(
        "not_found",
        "This site has no such key. It may have been revoked; list the keys to see.",
      );
    }
    const { id, siteId, name, ending } = ended;
    await appendEvents(tx, [
      { type: "api-key.revoked", siteId, actor: input.actor, data: { apiKeyId: id, name, ending } },
    ]);
  });
}
