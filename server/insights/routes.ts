import type { Db } from "../db/pool.ts";
import { Streamed } from "../http/caller.ts";
import { handle, type Route } from "../http/mount.ts";
import { visibleSite } from "../sites/visible.ts";
import * as contract from "./contract.ts";
import { csvOf } from "./export.ts";
import { readInsights } from "./read.ts";

export function insightRoutes({ db }: { db: Db }): Route[] {
  return [
    handle(contract.readInsights, async ({ params, query, moderator }) =>
      readInsights(db, await visibleSite(db, moderator, params.site), query),
    ),
    handle(contract.exportInsights, async ({ params, query, moderator, setHeader }) => {
      const site = await visibleSite(db, moderator, params.site);
      const { table, ...asked } = query;
      const insights = await readInsights(db, site, asked);
      setHeader(
        "content-disposition",
        `attachment; filename="${site.slug}-${table}-${insights.to.slice(0, 10)}.csv"`,
      );
      return new Streamed("text/csv; charset=utf-8; header=present", once(csvOf(insights, table)));
    }),
  ];
}

async function* once(text: string): AsyncGenerator<string, void> {
  yield text;
}
