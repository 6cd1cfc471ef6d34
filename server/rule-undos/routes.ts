import { readBatch } from "../batches/read.ts";
import type { ThreadCache } from "../comments/thread-cache.ts";
import type { Db } from "../db/pool.ts";
import { handle, type Route } from "../http/mount.ts";
import { idempotencyKey } from "../idempotency.ts";
import { visibleSite } from "../sites/visible.ts";
import * as contract from "./contract.ts";
import { previewRuleUndo } from "./preview.ts";
import { undoRule } from "./undo-rule.ts";

/** How many of what was left come with the answer. */
const FIRST_PAGE = { limit: 50 };

export function ruleUndoRoutes({ db, threads }: { db: Db; threads: ThreadCache }): Route[] {
  return [
    handle(contract.previewRuleUndo, async ({ params, body, moderator }) => {
      const site = await visibleSite(db, moderator, params.site);
      return previewRuleUndo(db, { ...body, siteId: site.id, id: params.id });
    }),
    handle(contract.undoRule, async ({ params, body, headers, moderator }) => {
      const site = await visibleSite(db, moderator, params.site);
      const key = idempotencyKey(headers["idempotency-key"]);
      const made = await undoRule(db, moderator, { ...body, siteId: site.id, id: params.id, key });
      for (const articleId of made.articleIds) threads.forget(articleId);
      return readBatch(db, moderator, made.id, FIRST_PAGE);
    }),
  ];
}
