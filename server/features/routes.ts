import type { ThreadCache } from "../comments/thread-cache.ts";
import type { Db } from "../db/pool.ts";
import { handle, type Route } from "../http/mount.ts";
import * as contract from "./contract.ts";
import { featureComment, unfeatureComment } from "./feature.ts";
import { listFeatured } from "./list.ts";
import { rankWorth } from "./worth.ts";

export function featureRoutes({ db, threads }: { db: Db; threads: ThreadCache }): Route[] {
  return [
    handle(contract.featureComment, async ({ params, body, moderator }) => {
      const asked = { commentId: params.id, version: body.version };
      const { feature, articleId } = await featureComment(db, moderator, asked);
      threads.forget(articleId);
      return feature;
    }),
    handle(contract.unfeatureComment, async ({ params, moderator }) => {
      const { articleId } = await unfeatureComment(db, moderator, params.id);
      threads.forget(articleId);
      return undefined;
    }),
    handle(contract.listFeatured, ({ query, moderator }) => listFeatured(db, moderator, query)),
    handle(contract.listWorthFeaturing, ({ query, moderator }) => rankWorth(db, moderator, query)),
  ];
}
