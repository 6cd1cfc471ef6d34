import { fromCursor, toCursor } from "../cursor.ts";
import type { Db } from "../db/pool.ts";
import { handle, type Route } from "../http/mount.ts";
import { partlyVisibleSite, visibleSite } from "../sites/visible.ts";
import * as contract from "./contract.ts";
import { type ArticleRow, findArticles, findSections } from "./store.ts";
import { updateArticle } from "./update.ts";

/** Sections that a list to choose from shows. */
const MOST_SECTIONS = 500;

export function articleRoutes({ db }: { db: Db }): Route[] {
  return [
    handle(contract.listArticles, async ({ params, query, moderator }) => {
      const site = await partlyVisibleSite(db, moderator, params.site);
      const [createdAt, id] = query.after ? fromCursor(query.after, ["time", "uuid"]) : [];
      const before = createdAt && id ? { createdAt, id } : null;
      const rows = await findArticles(db, {
        siteId: site.id,
        scope: moderator,
        before,
        limit: query.limit + 1,
      });
      const shown = rows.slice(0, query.limit);
      const last = rows.length > query.limit ? shown.at(-1) : undefined;
      return { items: shown.map(view), next: last ? toCursor(last.createdAt.toISOString(), last.id) : null };
    }),
    handle(contract.listSections, async ({ params, moderator }) => {
      const { id } = await visibleSite(db, moderator, params.site);
      return { items: await findSections(db, id, MOST_SECTIONS) };
    }),
    handle(contract.updateArticle, async ({ params, body, moderator }) => {
      const site = await partlyVisibleSite(db, moderator, params.site);
      return view(await updateArticle(db, moderator, { siteId: site.id, id: params.id, ...body }));
    }),
  ];
}

const view = (article: ArticleRow): contract.Article => ({
  ...article,
  createdAt: article.createdAt.toISOString(),
});
