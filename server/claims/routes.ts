import type { Db } from "../db/pool.ts";
import { handle, type Route } from "../http/mount.ts";
import { claimComment } from "./claim.ts";
import * as contract from "./contract.ts";
import { releaseClaim } from "./release.ts";

export function claimRoutes({ db }: { db: Db }): Route[] {
  return [
    handle(contract.claimComment, ({ params, body, moderator }) =>
      claimComment(db, moderator, { commentId: params.id, takeOver: body?.takeOver }),
    ),
    handle(contract.releaseClaim, async ({ params, moderator }) => {
      await releaseClaim(db, moderator, params.id);
      return undefined;
    }),
  ];
}
