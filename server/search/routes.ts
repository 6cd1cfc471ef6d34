import type { Db } from "../db/pool.ts";
import { Streamed } from "../http/caller.ts";
import { handle, type Route } from "../http/mount.ts";
import * as contract from "./contract.ts";
import { exportSearch } from "./export.ts";
import { searchComments } from "./search.ts";

export function searchRoutes({ db }: { db: Db }): Route[] {
  return [
    handle(contract.searchComments, ({ query, moderator }) => searchComments(db, moderator, query)),
    handle(contract.exportSearch, async ({ query, moderator, setHeader }) => {
      const { type, name, parts } = await exportSearch(db, moderator, query);
      setHeader("content-disposition", `attachment; filename="${name}"`);
      return new Streamed(type, parts);
    }),
  ];
}
