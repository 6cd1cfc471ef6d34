import type { Db } from "../db/pool.ts";
import { handle, type Route } from "../http/mount.ts";
import * as contract from "./contract.ts";
import { readSurroundings } from "./read.ts";

export function surroundingsRoutes({ db }: { db: Db }): Route[] {
  return [
    handle(contract.readSurroundings, ({ params, moderator }) => readSurroundings(db, moderator, params.id)),
  ];
}
