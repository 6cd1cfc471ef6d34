import { fromCursor, toCursor } from "../cursor.ts";
import type { Db } from "../db/pool.ts";
import type { SignedIn } from "../moderators/access.ts";
import type { Batch } from "./contract.ts";
import { leftAsItWas } from "./left-store.ts";
import { countSanctioned } from "./sanctions-store.ts";
import { countOutcomes, findBatch } from "./store.ts";
import { mayOpen, noSuchBatch } from "./undo.ts";

/** A batch as far as it is, with a page of what it left as it was. Throws AppError("not_found"). */
export async function readBatch(
  db: Db,
  by: SignedIn,
  batchId: string,
  { limit, after }: { limit: number; after?: string },
): Promise<Batch> {
  const from = after ? (fromCursor(after, ["uuid"])[0] as string) : null;
  const batch = await findBatch(db, batchId);
  if (!mayOpen(by, batch)) throw noSuchBatch();
  const [outcomes, sanctioned, rows] = await Promise.all([
    countOutcomes(db, batchId),
    batch.reader ? countSanctioned(db, batchId) : 0,
    leftAsItWas(db, batchId, { scope: by, after: from, limit: limit + 1 }),
  ]);
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  const { moderatorId, moderatorName, createdAt, finishedAt, ...rest } = batch;
  return {
    ...rest,
    by: { id: moderatorId, name: moderatorName },
    outcomes,
    sanctioned,
    createdAt: createdAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
    left: { items: shown, next: last ? toCursor(last.commentId) : null },
  };
}
