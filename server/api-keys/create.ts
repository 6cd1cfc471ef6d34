import { type Db, inTransaction } from "../db/pool.ts";
import { AppError } from "../errors.ts";
import { appendEvents } from "../events/append.ts";
import { newId } from "../ids.ts";
import { hashOf, newKey } from "./key.ts";
import { type ApiKeyRow, insertApiKey } from "./store.ts";

const MOST = 50;

/** Makes a key and answers it, this once. Throws AppError("unprocessable") when the site has too many. */
export async function createApiKey(
  db: Db,
  input: { siteId: string; name: string; queriesAMinute: number; actor: string },
): Promise<ApiKeyRow & { key: string }> {
  const { actor, ...wanted } = input;
  const key = newKey();
  return inTransaction(db, async (tx) => {
    const made = await insertApiKey(
      tx,
      { id: newId(), ...wanted, ending: key.slice(-4), hash: hashOf(key) },
      MOST,
    );
    if (!made) {
      throw new AppError("unprocessable", `A site has ${MOST} keys at most. Revoke one that is not used.`);
    }
    const { id, siteId, name, ending, queriesAMinute } = made;
    await appendEvents(tx, [
      { type: "api-key.created", siteId, actor, data: { apiKeyId: id, name, ending, queriesAMinute } },
    ]);
    return { ...made, key };
  });
}
