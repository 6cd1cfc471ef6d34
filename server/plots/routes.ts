import type { Db } from "../db/pool.ts";
import { handle, type Route } from "../http/mount.ts";
import { readPlot } from "./contract.ts";
import { readPlot as read } from "./read.ts";

export function plotRoutes({ db }: { db: Db }): Route[] {
  return [handle(readPlot, ({ query, moderator }) => read(db, moderator, query))];
}
