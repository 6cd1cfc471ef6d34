import type { Queryable } from "../server/db/pool.ts";
import { JUDGED, type JudgedComment } from "./pending-store.ts";

/** A stored comment, and what a rescore must know of it. */
export interface StoredComment extends JudgedComment {
  /** How many of the models asked for have scored its present revision already. */
  done: number;
  /** The scorers that have answered about its present revision, or said why not. */
  asked: string[];
  /** Nothing has scored its present revision. */
  unscored: boolean;
}

export interface ModelVersion {
  scorer: string;
  model: string;
  version: string;
}

interface Where {
  siteId: string;
  since: Date | null;
}

export async function countStored(db: Queryable, { siteId, since }: Where): Promise<number> {
  const { rows } = await db.query<{ n: number }>(
    `select count(*)::int as n from comments where site_id = $1 and ($2::timestamptz is null or created_at >= $2) and status <> 'withdrawn'`,
    [siteId, since],
  );
  return rows[0]?.n ?? 0;
}

/** A page of a site's comments that are not withdrawn, in the order of their ids, after the id given. */
export async function storedPage(
  db: Queryable,
  query: Where & { after: string | null; limit: number; models: ModelVersion[] },
): Promise<StoredComment[]> {
  const { rows } = await db.query<StoredComment>(
    `select ${JUDGED},
       (select count(*)::int from scores s join json_to_recordset($5::json) as m(scorer text, model text, version text)
          on s.scorer = m.scorer and s.model = m.model and s.model_version = m.version
        where s.comment_id = c.id and s.revision = c.revision and s.scores is not null) as done,
       array(select distinct s.scorer from scores s where s.comment_id = c.id and s.revision = c.revision) as asked,
       exists (select from unscored u where u.comment_id = c.id and u.revision = c.revision) as unscored
     from comments c join articles a on a.id = c.article_id
     where c.site_id = $1 and ($2::timestamptz is null or c.created_at >= $2) and ($3::uuid is null or c.id > $3) and c.status <> 'withdrawn'
     order by c.id limit $4`,
    [query.siteId, query.since, query.after, query.limit, JSON.stringify(query.models)],
  );
  return rows;
}
