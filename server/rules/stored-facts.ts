import type { Queryable } from "../db/pool.ts";
import type { Scored } from "../scoring/scorer.ts";
import { keptFacts } from "./facts.ts";
import type { Facts, FactValue } from "./rule.ts";

export interface StoredComment {
  id: string;
  articleId: string;
  text: string;
  /** What the rules were told when they last judged it; null where they did before facts were kept, or never did. */
  kept: Record<string, FactValue> | null;
  scorings: Pick<Scored, "scorer" | "scores" | "spans">[];
}

/** A comment of a site with the facts its rules were told, and the scores of its current revision. */
export async function findStored(db: Queryable, siteId: string, id: string): Promise<StoredComment | null> {
  const { rows } = await db.query<StoredComment>(
    `select c.id, c.article_id as "articleId", c.text,
       (select d.facts from decisions d where d.comment_id = c.id and d.actor = 'rules' and d.revision = c.revision order by d.version desc limit 1) as kept,
       coalesce((select json_agg(json_build_object('scorer', s.scorer, 'scores', s.scores, 'spans', s.spans) order by s.place, s.created_at desc)
         from scores s where s.comment_id = c.id and s.revision = c.revision and s.scores is not null), '[]') as scorings
     from comments c where c.site_id = $1 and c.id = $2`,
    [siteId, id],
  );
  return rows[0] ?? null;
}

/** But for what it uses of word lists, which is asked of the lists as they are now. */
export const storedFacts = ({ kept, ...comment }: StoredComment): Facts =>
  keptFacts(kept ?? {}, {
    ...comment,
    scorings: comment.scorings.map((scored) => ({ ...scored, model: "", version: "" }) as Scored),
  });
