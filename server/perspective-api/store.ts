import type { Queryable } from "../db/pool.ts";

export interface SuggestionRow {
  id: string;
  siteId: string;
  text: string;
  scores: Record<string, number>;
  languages: string[];
  communityId: string | null;
  clientToken: string | null;
  createdAt: Date;
}

/** A site keeps this many: comments of readers, so no more than a person may go through. */
const MOST = 10_000;

/** Adds a suggestion and lets the oldest go beyond what a site keeps. */
export async function insertSuggestion(
  db: Queryable,
  suggestion: Omit<SuggestionRow, "createdAt">,
): Promise<void> {
  const { id, siteId, text, scores, languages, communityId, clientToken } = suggestion;
  await db.query({
    name: "insert-suggestion",
    text: `with gone as (
        delete from score_suggestions where site_id = $2 and id <= (
          select id from score_suggestions where site_id = $2 order by id desc offset $8 limit 1)
      )
      insert into score_suggestions (id, site_id, text, scores, languages, community_id, client_token) values ($1, $2, $3, $4, $5, $6, $7)`,
    values: [id, siteId, text, JSON.stringify(scores), languages, communityId, clientToken, MOST - 1],
  });
}

/** A site's suggestions, newest first, before the id given. */
export async function findSuggestions(
  db: Queryable,
  query: { siteId: string; before: string | undefined; limit: number },
): Promise<SuggestionRow[]> {
  const { rows } = await db.query<SuggestionRow>(
    `select id, site_id as "siteId", text, scores, languages, community_id as "communityId", client_token as "clientToken", created_at as "createdAt"
     from score_suggestions where site_id = $1 and ($2::uuid is null or id < $2) order by id desc limit $3`,
    [query.siteId, query.before ?? null, query.limit],
  );
  return rows;
}
