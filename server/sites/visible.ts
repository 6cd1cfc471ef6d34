import type { Queryable } from "../db/pool.ts";
import { AppError } from "../errors.ts";
import { maySeeSite, type Scope, type SignedIn } from "../moderators/access.ts";
import { onSite, sitesOf } from "../moderators/scope.ts";
import { type SiteRow, siteBySlug } from "./store.ts";

/** The site, when all of it is this moderator's to see. Throws AppError("not_found") just as for one that is not there. */
export async function visibleSite(db: Queryable, by: SignedIn, slug: string): Promise<SiteRow> {
  const site = await siteBySlug(db, slug);
  if (!maySeeSite(by, site.id)) throw noSuchSite(slug);
  return site;
}

/** The site, when anything of it is this moderator's to see, if only a section. Throws AppError("not_found"). */
export async function partlyVisibleSite(db: Queryable, by: SignedIn, slug: string): Promise<SiteRow> {
  const site = await siteBySlug(db, slug);
  if (sitesOf(by)?.includes(site.id) === false) throw noSuchSite(slug);
  return site;
}

/** Which comments this moderator may see: of the site they ask for, or of all. Throws AppError("not_found") where nothing of it is theirs. */
export async function scopeOf(db: Queryable, by: SignedIn, slug: string | undefined): Promise<Scope> {
  if (slug !== undefined) return onSite(by, (await partlyVisibleSite(db, by, slug)).id);
  return { siteIds: by.siteIds, sections: by.sections };
}

const noSuchSite = (slug: string): AppError =>
  new AppError("not_found", `There is no site "${slug}" here. Check the name.`);
