import { fromCursor, toCursor } from "../cursor.ts";
import type { Db } from "../db/pool.ts";
import { handle, type Route } from "../http/mount.ts";
import { visibleSite } from "../sites/visible.ts";
import * as contract from "./contract.ts";
import { findEvents } from "./store.ts";

export function eventRoutes({ db }: { db: Db }): Route[] {
  return [
    handle(contract.listEvents, async ({ params, query, moderator }) => {
      const site = await visibleSite(db, moderator, params.site);
      const after = query.after ? fromCursor(query.after, ["whole"])[0] : undefined;
      const rows = await findEvents(db, {
        ...query,
        by: moderator.id,
        siteId: site.id,
        after,
        limit: query.limit + 1,
      });
      const shown = rows.slice(0, query.limit);
      const last = rows.length > query.limit ? shown.at(-1) : undefined;
      return {
        items: shown.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() })),
        next: last ? toCursor(Number(last.id)) : null,
      };
    }),
  ];
}
