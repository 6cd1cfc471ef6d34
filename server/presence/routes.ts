import type { Db } from "../db/pool.ts";
import { handle, type Route } from "../http/mount.ts";
import { attend, leave } from "./attend.ts";
import * as contract from "./contract.ts";
import { findPresent } from "./store.ts";

export function presenceRoutes({ db }: { db: Db }): Route[] {
  return [
    handle(contract.listPresent, async ({ moderator }) => ({
      people: await findPresent(db, moderator, new Date()),
    })),
    handle(contract.attend, async ({ params, body, moderator }) => ({
      people: await attend(db, moderator, { tab: params.id, commentId: body.commentId }),
    })),
    handle(contract.leave, async ({ params, moderator }) => {
      await leave(db, moderator, params.id);
      return undefined;
    }),
  ];
}
