import type { Queryable } from "../db/pool.ts";

export interface JudgedText {
  id: string;
  text: string;
  language: string | null;
  createdAt: Date;
  /** What a person decided last of the present revision, of what was not taken back; null: none did. */
  people: "approved" | "rejected" | "held" | null;
  published: boolean;
}

/**
 * SQL for what a person decided last of the present revision of the comment `c`. Of those that somebody has yet to judge blind, nobody is told what was
 * decided.
 */
export const PEOPLE = `case when exists (select from queue_entries q where q.comment_id = c.id and q.queue in ('appealed', 'sample')) then null else
  (select d.status from decisions d where d.comment_id = c.id and d.revision = c.revision and d.actor = 'moderator' and d.action <> 'undo'
    and not exists (select from decisions u where u.undo_of = d.id) order by d.version desc limit 1) end`;

/** A site's newest comments that were judged and are not withdrawn. */
export async function newestJudged(db: Queryable, siteId: string, last: number): Promise<JudgedText[]> {
  const { rows } = await db.query<JudgedText>({
    name: "newest-judged",
    text: `select c.id, c.text, c.language, c.created_at as "createdAt", ${PEOPLE} as people, c.status = 'approved' as published
      from comments c where c.site_id = $1 and c.status not in ('pending', 'withdrawn') order by c.id desc limit $2`,
    values: [siteId, last],
  });
  return rows;
}
