import { LRUCache } from "lru-cache";
import type { Queryable } from "../db/pool.ts";
import { AppError } from "../errors.ts";
import { SiteSettings } from "./settings.ts";

export interface SiteRow {
  id: string;
  slug: string;
  name: string;
  allowedOrigins: string[];
  settings: SiteSettings;
  createdAt: Date;
}

const COLUMNS = `id, slug, name, allowed_origins as "allowedOrigins", settings, created_at as "createdAt"`;

function toSite(row: SiteRow): SiteRow {
  return { ...row, settings: SiteSettings.parse(row.settings) };
}

/** Sites change rarely and every request needs one. A change elsewhere is heard live; the age limit covers a missed hint. */
const cache = new LRUCache<string, SiteRow>({ max: 1_000, ttl: 5_000 });

export function forgetSites(): void {
  cache.clear();
}

/** The site of this slug, at most a moment old. Throws AppError("not_found"). */
export async function siteBySlug(db: Queryable, slug: string): Promise<SiteRow> {
  const known = cache.get(slug);
  if (known) return known;
  const { rows } = await db.query<SiteRow>({
    name: "site-by-slug",
    text: `select ${COLUMNS} from sites where slug = $1`,
    values: [slug],
  });
  if (!rows[0])
    throw new AppError(
      "not_found",
      `There is no site "${slug}" here. Check the name in the address or in data-site.`,
    );
  const site = toSite(rows[0]);
  cache.set(slug, site);
  return site;
}

export async function sitesByIds(db: Queryable, ids: string[]): Promise<Map<string, SiteRow>> {
  const { rows } = await db.query<SiteRow>({
    name: "sites-by-ids",
    text: `select ${COLUMNS} from sites where id = any($1)`,
    values: [ids],
  });
  return new Map(rows.map((row) => [row.id, toSite(row)]));
}

/** Sites by name; `ids` null means all. */
export async function findSites(
  db: Queryable,
  query: { ids: string[] | null; after?: string; limit: number },
): Promise<SiteRow[]> {
  const { rows } = await db.query<SiteRow>(
    `select ${COLUMNS} from sites where ($1::uuid[] is null or id = any($1)) and ($2::uuid is null or id > $2) order by id limit $3`,
    [query.ids, query.after ?? null, query.limit],
  );
  return rows.map(toSite);
}

export async function insertSite(
  db: Queryable,
  site: { id: string; slug: string; name: string; allowedOrigins: string[]; settings: object },
): Promise<SiteRow | null> {
  const { rows } = await db.query<SiteRow>(
    `insert into sites (id, slug, name, allowed_origins, settings) values ($1, $2, $3, $4, $5)
     on conflict (slug) do nothing returning ${COLUMNS}`,
    [site.id, site.slug, site.name, site.allowedOrigins, site.settings],
  );
  return rows[0] ? toSite(rows[0]) : null;
}

/** A site with the settings an owner changed, as stored, its row locked for a change. */
export async function lockSite(
  tx: Queryable,
  slug: string,
): Promise<(Pick<SiteRow, "id" | "name" | "allowedOrigins"> & { settings: Record<string, unknown> }) | null> {
  const { rows } = await tx.query(
    `select id, name, allowed_origins as "allowedOrigins", settings from sites where slug = $1 for no key update`,
    [slug],
  );
  return rows[0] ?? null;
}

export async function saveSite(
  tx: Queryable,
  site: { id: string; name?: string; allowedOrigins?: string[]; settings: object },
): Promise<SiteRow> {
  const { rows } = await tx.query<SiteRow>(
    `update sites set name = coalesce($2, name), allowed_origins = coalesce($3, allowed_origins), settings = $4
     where id = $1 returning ${COLUMNS}`,
    [site.id, site.name ?? null, site.allowedOrigins ?? null, site.settings],
  );
  return toSite(rows[0] as SiteRow);
}

/** The oldest site: the one of whoever asks without saying for which. Throws AppError("not_found") where there is none. */
export async function firstSite(db: Queryable): Promise<string> {
  const { rows } = await db.query<{ id: string }>(`select id from sites order by created_at, id limit 1`);
  if (!rows[0]) throw new AppError("not_found", "There is no site here yet. Make one first.");
  return rows[0].id;
}
