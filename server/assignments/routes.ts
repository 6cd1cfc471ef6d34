import type { Db } from "../db/pool.ts";
import { AppError } from "../errors.ts";
import { handle, type Route } from "../http/mount.ts";
import { partlyVisibleSite } from "../sites/visible.ts";
import { assignArticle, MISSING, unassignArticle } from "./assign.ts";
import * as contract from "./contract.ts";
import { assignedTo, whoModerates } from "./store.ts";

const MOST_LISTED = 500;

export function assignmentRoutes({ db }: { db: Db }): Route[] {
  return [
    handle(contract.listAssignable, async ({ params, moderator }) => {
      const { id: siteId } = await partlyVisibleSite(db, moderator, params.site);
      const assigned = await assignedTo(db, { siteId, articleId: params.id, scope: moderator });
      if (!assigned) throw new AppError("not_found", MISSING);
      const only = moderator.role === "owner" ? null : moderator.id;
      return { assigned, assignable: await whoModerates(db, params.id, only, MOST_LISTED) };
    }),
    handle(contract.assignArticle, async ({ params, moderator }) => {
      const { id: siteId } = await partlyVisibleSite(db, moderator, params.site);
      const { id: articleId, moderator: moderatorId } = params;
      return { assigned: await assignArticle(db, moderator, { siteId, articleId, moderatorId }) };
    }),
    handle(contract.unassignArticle, async ({ params, moderator }) => {
      const { id: siteId } = await partlyVisibleSite(db, moderator, params.site);
      const { id: articleId, moderator: moderatorId } = params;
      return { assigned: await unassignArticle(db, moderator, { siteId, articleId, moderatorId }) };
    }),
  ];
}
