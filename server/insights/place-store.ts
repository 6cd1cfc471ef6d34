import type { Queryable } from "../db/pool.ts";
import { asked, within } from "./flow-store.ts";
import type { Span } from "./period.ts";

/** Sections and articles that are shown. */
const MOST = 10;

export interface Fared {
  posted: number;
  approved: number;
  held: number;
  rejected: number;
}

export interface Places {
  sections: (Fared & { section: string | null })[];
  articles: (Fared & { id: string; title: string | null; url: string })[];
}

/** Where most comments of the period were posted, and what those are now. */
export async function readPlaces(db: Queryable, siteId: string, span: Span): Promise<Places> {
  const [site, from, to] = asked(siteId, span);
  const { rows } = await db.query<Places>(
    `with p as materialized (
       select article_id, count(*)::int as posted, count(*) filter (where status = 'approved')::int as approved, count(*) filter (where status = 'held')::int as held,
         count(*) filter (where status = 'rejected')::int as rejected
       from comments where site_id = $1 and ${within("created_at")} group by article_id)
     select (select coalesce(json_agg(s order by posted desc, section), '[]') from (
         select a.section, sum(posted)::int as posted, sum(approved)::int as approved, sum(held)::int as held, sum(rejected)::int as rejected
         from p join articles a on a.id = p.article_id group by a.section order by posted desc, a.section limit ${MOST}) s) as sections,
       (select coalesce(json_agg(t order by posted desc, id), '[]') from (
         select a.id, a.title, a.url, posted, approved, held, rejected
         from p join articles a on a.id = p.article_id order by posted desc, a.id limit ${MOST}) t) as articles`,
    [site, from, to],
  );
  return rows[0] as Places;
}
