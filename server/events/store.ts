import type { Queryable } from "../db/pool.ts";
import type { EventType } from "./contract.ts";
import { openTo } from "./open-to.ts";

export interface EventRow {
  id: string;
  type: EventType;
  articleId: string | null;
  commentId: string | null;
  actor: string;
  data: Record<string, unknown>;
  createdAt: Date;
}

/** A site's events as this person may know them, newest first, before the event `after`; at most `limit`. */
export async function findEvents(
  db: Queryable,
  query: { by: string; siteId: string; comment?: string; type?: string; after?: string; limit: number },
): Promise<EventRow[]> {
  const { rows } = await db.query(
    `select id::text, type, article_id as "articleId", comment_id as "commentId", actor, data, created_at as "createdAt"
     from events e
     where ${openTo("$6")} and site_id = $1 and ($2::uuid is null or comment_id = $2) and ($3::text is null or type = $3) and ($4::bigint is null or id < $4)
     order by e.id desc limit $5`,
    [query.siteId, query.comment ?? null, query.type ?? null, query.after ?? null, query.limit, query.by],
  );
  return rows;
}
