import { type Db, inSnapshot, type Tx } from "../db/pool.ts";
import { AppError } from "../errors.ts";

/** PostgreSQL's code for a statement that took longer than it may. */
const CANCELED = "57014";

const TOO_MANY =
  "This search would look at too many comments. Narrow it: name an article, a reader or a shorter time, or a rarer word.";

/** Reads of one moment, none of them for longer than so many milliseconds. Throws AppError("too_slow") with these words. */
export const withPatience = <T>(
  db: Db,
  ms: number,
  work: (tx: Tx) => Promise<T>,
  words = TOO_MANY,
): Promise<T> => inSnapshot(db, (tx) => patiently(tx, ms, () => work(tx), words));

/** What is done in a transaction, no statement of it for longer than so many milliseconds. Throws AppError("too_slow") with these words. */
export async function patiently<T>(tx: Tx, ms: number, work: () => Promise<T>, words = TOO_MANY): Promise<T> {
  await tx.query(`set local statement_timeout = ${ms}`);
  try {
    const done = await work();
    await tx.query(`set local statement_timeout to default`);
    return done;
  } catch (error) {
    if ((error as { code?: string }).code !== CANCELED) throw error;
    throw new AppError("too_slow", words);
  }
}
