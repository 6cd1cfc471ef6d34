import type { Queryable } from "../db/pool.ts";
import type { Scope } from "../moderators/access.ts";
import { ofSections, sitesOf } from "../moderators/scope.ts";
import { placesIn } from "../reviews/looking.ts";

export interface Candidate {
  id: string;
  siteSlug: string;
  readerId: string;
  text: string;
  highestScore: number | null;
  replies: number;
}

/** The latest so many comments are looked at, whatever became of them. */
const LOOKED_AT = 2_000;
/** The latest so many of those that can be featured are ranked. */
const RANKED = 500;
/** Shorter ones are remarks. */
const SHORTEST = 80;

/**
 * Recent comments that may be seen and can be featured: public, not featured, in no queue. What waits for a person is theirs to judge first, some of it
 * without knowing its scores.
 */
export async function worthFeaturing(db: Queryable, scope: Scope, since: Date): Promise<Candidate[]> {
  const values: unknown[] = [sitesOf(scope), since];
  const seen = ["e.site_id = s.id", ...ofSections(scope, "e", placesIn(values))].join(" and ");
  const { rows } = await db.query<Candidate>(
    `with recent as materialized (
        select e.* from sites s cross join lateral (
          select e.comment_id, e.posted_at, case when e.scores = '{}' then null else e.top end as top, s.slug
          from search_entries e where ${seen} and e.posted_at > $2 order by e.posted_at desc, e.comment_id desc limit ${LOOKED_AT}) e
        where $1::uuid[] is null or s.id = any($1) order by e.posted_at desc, e.comment_id desc limit ${LOOKED_AT}
      ), able as materialized (
        select e.comment_id, e.posted_at, e.top, e.slug, c.reader_id, c.text from recent e join comments c on c.id = e.comment_id
        where c.status = 'approved' and char_length(c.text) >= ${SHORTEST}
          and not exists (select from features f where f.comment_id = c.id) and not exists (select from queue_entries q where q.comment_id = c.id)
        order by e.posted_at desc, e.comment_id desc limit ${RANKED}
      )
      select comment_id as id, slug as "siteSlug", reader_id as "readerId", text, top as "highestScore",
        (select count(*)::int from comments r where r.parent_id = comment_id and r.status = 'approved') as replies
      from able order by posted_at desc, comment_id desc`,
    values,
  );
  return rows;
}
