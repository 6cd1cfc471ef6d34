import { fromCursor, toCursor } from "../cursor.ts";
import type { Db } from "../db/pool.ts";
import { appendEvents } from "../events/append.ts";
import { lastCheck } from "../events/check-store.ts";
import { Streamed } from "../http/caller.ts";
import { handle, type Route } from "../http/mount.ts";
import type { SignedIn } from "../moderators/access.ts";
import { partlyVisibleSite } from "../sites/visible.ts";
import * as contract from "./contract.ts";
import { exportLog } from "./export.ts";
import { type LogQuery, type LogRow, peopleIn, searchLog } from "./search.ts";

const TYPES = { csv: "text/csv; charset=utf-8", jsonl: "application/x-ndjson; charset=utf-8" };

export function auditRoutes({ db }: { db: Db }): Route[] {
  return [
    handle(contract.readLog, async ({ query: { limit, after, ...filters }, moderator }) => {
      const before = after ? fromCursor(after, ["whole"])[0] : undefined;
      const rows = await searchLog(db, {
        ...(await asked(db, filters, moderator)),
        after: before,
        limit: limit + 1,
      });
      const shown = rows.slice(0, limit);
      const last = rows.length > limit ? shown.at(-1) : undefined;
      return {
        items: shown.map(view),
        next: last ? toCursor(Number(last.id)) : null,
        people: await peopleIn(db, shown),
      };
    }),
    handle(contract.exportLog, async ({ query: { format, ...filters }, moderator, setHeader }) => {
      const query = await asked(db, filters, moderator);
      await appendEvents(db, [
        {
          type: "log.exported",
          siteId: query.siteId,
          actor: `moderator/${moderator.id}`,
          data: { format, filters },
          live: null,
        },
      ]);
      setHeader("content-disposition", `attachment; filename="replydesk-log.${format}"`);
      return new Streamed(TYPES[format], exportLog(db, moderator, query, format));
    }),
    handle(contract.readLogCheck, async () => {
      const check = await lastCheck(db);
      if (!check) return { check: null };
      const { events, broken, checkedAt } = check;
      return { check: { events, broken, checkedAt: checkedAt.toISOString() } };
    }),
  ];
}

/** What is searched for, within what may be seen. Throws AppError("not_found") for a site this moderator may not see. */
async function asked(
  db: Db,
  { site, ...filters }: contract.LogFilters,
  by: SignedIn,
): Promise<Omit<LogQuery, "after" | "limit">> {
  return {
    ...filters,
    by: by.id,
    see: { siteIds: by.siteIds, sections: by.sections },
    siteId: site === undefined ? undefined : (await partlyVisibleSite(db, by, site)).id,
  };
}

const view = ({ createdAt, ...row }: LogRow): contract.LogEntry => ({
  ...row,
  createdAt: createdAt.toISOString(),
});
