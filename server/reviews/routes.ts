import type { Db } from "../db/pool.ts";
import { handle, type Route } from "../http/mount.ts";
import { claimNext } from "./claim-next.ts";
import * as contract from "./contract.ts";
import { readQueue, readReview } from "./queue.ts";

export function reviewRoutes({ db }: { db: Db }): Route[] {
  return [
    handle(contract.readQueue, ({ query, moderator }) => readQueue(db, moderator, query)),
    handle(contract.claimNext, async ({ body, moderator }) => ({
      item: await claimNext(db, moderator, body),
    })),
    handle(contract.readReview, ({ params, query, moderator }) =>
      readReview(db, moderator, params.id, query),
    ),
  ];
}
