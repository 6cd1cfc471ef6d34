import { type Db, inSnapshot } from "../db/pool.ts";
import type { Decision } from "../decisions/contract.ts";
import { decisionsOn } from "../decisions/store.ts";
import { decisionView } from "../decisions/view.ts";
import type { SignedIn } from "../moderators/access.ts";
import { readReview } from "../reviews/queue.ts";
import { findWordings } from "./store.ts";

const MOST = 100;

/** Every decision on a comment and every wording it had, the latest first. Throws AppError("not_found"). */
export async function readHistory(
  db: Db,
  by: SignedIn,
  id: string,
): Promise<{ decisions: Decision[]; wordings: { revision: number; text: string; createdAt: string }[] }> {
  const { blind } = await readReview(db, by, id);
  return inSnapshot(db, async (tx) => ({
    decisions: blind ? [] : (await decisionsOn(tx, id, MOST)).map(decisionView),
    wordings: (await findWordings(tx, id, MOST)).map((one) => ({
      ...one,
      createdAt: one.createdAt.toISOString(),
    })),
  }));
}
