import type { ThreadCache } from "../comments/thread-cache.ts";
import type { Db } from "../db/pool.ts";
import { handle, type Route } from "../http/mount.ts";
import * as contract from "./contract.ts";
import { judgeSample } from "./judge.ts";

export function sampleRoutes({ db, threads }: { db: Db; threads: ThreadCache }): Route[] {
  return [
    handle(contract.judgeSample, async ({ params, body, moderator }) => {
      const { decision, articleId } = await judgeSample(db, moderator, { ...body, commentId: params.id });
      if (decision) threads.forget(articleId);
      return { verdict: body.verdict, decision };
    }),
  ];
}
