import { fromCursor, toCursor } from "../cursor.ts";
import type { Db } from "../db/pool.ts";
import { handle, type Route } from "../http/mount.ts";
import { sitesOf } from "../moderators/scope.ts";
import { lastChanges } from "./changes-store.ts";
import * as contract from "./contract.ts";
import { createSite } from "./create.ts";
import { SiteSettings } from "./settings.ts";
import { findSites, type SiteRow } from "./store.ts";
import { updateSite } from "./update.ts";
import { partlyVisibleSite, visibleSite } from "./visible.ts";

export function siteRoutes({ db }: { db: Db }): Route[] {
  return [
    handle(contract.listSites, async ({ query, moderator }) => {
      const after = query.after ? fromCursor(query.after, ["uuid"])[0] : undefined;
      const rows = await findSites(db, { ids: sitesOf(moderator), after, limit: query.limit + 1 });
      const shown = rows.slice(0, query.limit);
      return {
        items: shown.map(view),
        next: rows.length > query.limit ? toCursor((shown.at(-1) as SiteRow).id) : null,
      };
    }),
    handle(contract.createSite, async ({ body, moderator }) =>
      view(await createSite(db, { ...body, actor: `moderator/${moderator.id}` })),
    ),
    handle(contract.readSite, async ({ params, moderator }) =>
      view(await partlyVisibleSite(db, moderator, params.site)),
    ),
    handle(contract.listSettingsChanges, async ({ params, moderator }) => {
      const site = await visibleSite(db, moderator, params.site);
      // The log remembers settings that there are no more.
      const known = (await lastChanges(db, site.id)).flatMap(({ setting, name, at }) => {
        const { data } = SiteSettings.keyof().safeParse(setting);
        return data ? [{ setting: data, by: name === null ? null : { name }, at: at.toISOString() }] : [];
      });
      return { items: known };
    }),
    handle(contract.updateSite, async ({ params, body, moderator }) =>
      view(await updateSite(db, { slug: params.site, ...body, actor: `moderator/${moderator.id}` })),
    ),
  ];
}

const view = (site: SiteRow): contract.Site => ({ ...site, createdAt: site.createdAt.toISOString() });
