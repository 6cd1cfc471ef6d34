import type { ThreadCache } from "../comments/thread-cache.ts";
import type { Db } from "../db/pool.ts";
import { handle, type Route } from "../http/mount.ts";
import { idempotencyKey } from "../idempotency.ts";
import type { SignedIn } from "../moderators/access.ts";
import * as contract from "./contract.ts";
import { type Made, makeBatch } from "./make.ts";
import { previewBatch } from "./preview.ts";
import { readBatch } from "./read.ts";
import { undoBatch } from "./undo.ts";

/** How many of what was not decided come with the answer. */
const FIRST_PAGE = { limit: 50 };

export function batchRoutes({ db, threads }: { db: Db; threads: ThreadCache }): Route[] {
  const answered = async (by: SignedIn, { id, articleIds }: Made): Promise<contract.Batch> => {
    for (const articleId of articleIds) threads.forget(articleId);
    return readBatch(db, by, id, FIRST_PAGE);
  };
  return [
    handle(contract.previewBatch, ({ body, moderator }) => previewBatch(db, moderator, body)),
    handle(contract.createBatch, async ({ body, headers, moderator }) =>
      answered(
        moderator,
        await makeBatch(db, moderator, { ...body, key: idempotencyKey(headers["idempotency-key"]) }),
      ),
    ),
    handle(contract.readBatch, ({ params, query, moderator }) => readBatch(db, moderator, params.id, query)),
    handle(contract.undoBatch, async ({ params, body, moderator }) =>
      answered(moderator, await undoBatch(db, moderator, { batchId: params.id, reason: body?.reason })),
    ),
  ];
}
