import type { Db } from "../db/pool.ts";
import { handle, type Route } from "../http/mount.ts";
import * as contract from "./contract.ts";
import { readReader } from "./read.ts";
import { listReaders } from "./search.ts";
import { readTimeline } from "./timeline.ts";

export function readerRoutes({ db }: { db: Db }): Route[] {
  return [
    handle(contract.listReaders, ({ query, moderator }) => listReaders(db, moderator, query)),
    handle(contract.readReader, ({ params, moderator }) => readReader(db, moderator, params.id)),
    handle(contract.readTimeline, ({ params, query, moderator }) =>
      readTimeline(db, moderator, { ...query, readerId: params.id }),
    ),
  ];
}
