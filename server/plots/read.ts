import type { z } from "zod";
import type { Queryable } from "../db/pool.ts";
import type { SignedIn } from "../moderators/access.ts";
import { onSite, sitesOf } from "../moderators/scope.ts";
import { findSites } from "../sites/store.ts";
import { partlyVisibleSite } from "../sites/visible.ts";
import type { readPlot as contract, Plot } from "./contract.ts";
import { plotOf } from "./store.ts";
import { thresholdsOf } from "./thresholds.ts";

/** Sites whose rules' thresholds are drawn; with more of them the lines would say nothing. */
const MOST_SITES = 20;

/** What waits for this moderator as cells of a plot. Throws AppError("not_found") for a site they do not moderate. */
export async function readPlot(
  db: Queryable,
  by: SignedIn,
  { queue, site, x, y, ...narrowed }: z.output<typeof contract.query>,
): Promise<Plot> {
  const one = site ? await partlyVisibleSite(db, by, site) : null;
  const scope = one ? onSite(by, one.id) : by;
  const sites = one ? [one] : await findSites(db, { ids: sitesOf(scope), limit: MOST_SITES });
  const looking = { scope, by, queue, filters: { ...narrowed, sort: "oldest" as const } };
  const { column, row, counts, from, stepMs, ...rest } = await plotOf(db, looking, { x, y });
  return {
    ...rest,
    cells: { column, row, count: counts },
    time: x === "time" && from !== null ? { from: new Date(from).toISOString(), stepMs } : null,
    thresholds: thresholdsOf(sites),
  };
}
