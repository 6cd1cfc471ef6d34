import type { ThreadCache } from "../comments/thread-cache.ts";
import type { Db } from "../db/pool.ts";
import { handle, type Route } from "../http/mount.ts";
import { idempotencyKey } from "../idempotency.ts";
import * as contract from "./contract.ts";
import { decideComment } from "./decide-comment.ts";
import { undoDecision } from "./undo.ts";

export function decisionRoutes({ db, threads }: { db: Db; threads: ThreadCache }): Route[] {
  return [
    handle(contract.decideComment, async ({ params, body, headers, moderator }) => {
      const key = idempotencyKey(headers["idempotency-key"]);
      const { decision, articleIds } = await decideComment(db, moderator, {
        ...body,
        commentId: params.id,
        key,
      });
      for (const id of articleIds) threads.forget(id);
      return decision;
    }),
    handle(contract.undoDecision, async ({ params, body, headers, moderator }) => {
      const key = idempotencyKey(headers["idempotency-key"]);
      const { decision, articleIds } = await undoDecision(db, moderator, {
        decisionId: params.id,
        reason: body?.reason,
        key,
      });
      for (const id of articleIds) threads.forget(id);
      return decision;
    }),
  ];
}
