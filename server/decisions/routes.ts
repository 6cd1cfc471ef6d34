import type { ThreadCache } from "../comments/thread-cache.ts";
import type { Db } from "../db/pool.ts";
import { handle, type Route } from "../http/mount.ts";
import * as contract from "./contract.ts";
import { decideComment, undoDecision } from "./decide-comment.ts";

export function decisionRoutes({ db, threads }: { db: Db; threads: ThreadCache }): Route[] {
  return [
    handle(contract.decideComment, async ({ params, body, moderator }) => {
      const { decision, articleId } = await decideComment(db, moderator, { commentId: params.id, ...body });
      threads.forget(articleId);
      return decision;
    }),
    handle(contract.undoDecision, async ({ params, moderator }) => {
      const { decision, articleId } = await undoDecision(db, moderator, params.id);
      threads.forget(articleId);
      return decision;
    }),
  ];
}
