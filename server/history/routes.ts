import type { Db } from "../db/pool.ts";
import { handle, type Route } from "../http/mount.ts";
import * as contract from "./contract.ts";
import { readHistory } from "./read.ts";

export function historyRoutes({ db }: { db: Db }): Route[] {
  return [handle(contract.readHistory, ({ params, moderator }) => readHistory(db, moderator, params.id))];
}
