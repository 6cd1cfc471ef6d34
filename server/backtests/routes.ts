import { fromCursor, toCursor } from "../cursor.ts";
import type { Db } from "../db/pool.ts";
import { AppError } from "../errors.ts";
import { handle, type Route } from "../http/mount.ts";
import { visibleSite } from "../sites/visible.ts";
import { cancelBacktest } from "./cancel.ts";
import * as contract from "./contract.ts";
import { startBacktest } from "./start.ts";
import { type BacktestRow, findBacktest, listBacktests } from "./store.ts";

export function backtestRoutes({ db }: { db: Db }): Route[] {
  async function found(siteId: string, id: string) {
    const row = await findBacktest(db, siteId, id);
    if (!row) throw new AppError("not_found", "This site has no such back-test. List them to see.");
    return row;
  }
  const read = async (siteId: string, id: string): Promise<contract.BacktestRead> => {
    const row = await found(siteId, id);
    return { ...view(row), definition: row.definition, result: row.result };
  };

  return [
    handle(contract.startBacktest, async ({ params, body, moderator }) => {
      const site = await visibleSite(db, moderator, params.site);
      return read(site.id, await startBacktest(db, { ...body, siteId: site.id, moderatorId: moderator.id }));
    }),
    handle(contract.listBacktests, async ({ params, query, moderator }) => {
      const site = await visibleSite(db, moderator, params.site);
      const after = query.after ? (fromCursor(query.after, ["uuid"])[0] as string) : null;
      const rows = await listBacktests(db, {
        siteId: site.id,
        ruleId: query.rule ?? null,
        after,
        limit: query.limit + 1,
      });
      const shown = rows.slice(0, query.limit);
      return {
        items: shown.map(view),
        next: rows.length > query.limit ? toCursor((shown.at(-1) as BacktestRow).id) : null,
      };
    }),
    handle(contract.readBacktest, async ({ params, moderator }) =>
      read((await visibleSite(db, moderator, params.site)).id, params.id),
    ),
    handle(contract.cancelBacktest, async ({ params, moderator }) => {
      const site = await visibleSite(db, moderator, params.site);
      await cancelBacktest(db, await found(site.id, params.id), moderator.id);
      return read(site.id, params.id);
    }),
  ];
}

const view = (row: BacktestRow): contract.Backtest => ({
  id: row.id,
  ruleId: row.ruleId,
  version: row.version,
  name: row.definition.name,
  from: row.postedFrom?.toISOString() ?? null,
  to: row.postedTo.toISOString(),
  seed: row.seed,
  status: row.status,
  seen: row.seen,
  total: row.total,
  by: { name: row.moderatorName },
  createdAt: row.createdAt.toISOString(),
  finishedAt: row.finishedAt?.toISOString() ?? null,
});
