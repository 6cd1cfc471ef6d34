import type { Status } from "../comments/contract.ts";
import type { Queryable } from "../db/pool.ts";
import type { Scored } from "../scoring/scorer.ts";
import { hourOf, keptFacts, latelyKnown } from "./facts.ts";
import type { Facts, FactValue } from "./rule.ts";

export interface StoredComment {
  id: string;
  articleId: string;
  text: string;
  language: string | null;
  section: string | null;
  depth: number;
  revision: number;
  createdAt: Date;
  status: Status;
  /** What the rules were told when they last judged it; null where they did before facts were kept, or never did. */
  kept: Record<string, FactValue> | null;
  scorings: Pick<Scored, "scorer" | "scores" | "spans">[];
}

/** Comments of a site with the facts its rules were told, and the scores of their current revisions; those that it does not have are left out. */
export async function findStored(
  db: Queryable,
  siteId: string,
  ids: readonly string[],
): Promise<StoredComment[]> {
  const { rows } = await db.query<StoredComment>(
    `select c.id, c.article_id as "articleId", c.text, c.language, a.section, c.depth, c.revision, c.created_at as "createdAt", c.status,
       (select d.facts from decisions d where d.comment_id = c.id and d.actor = 'rules' and d.revision = c.revision order by d.version desc limit 1) as kept,
       coalesce((select json_agg(json_build_object('scorer', s.scorer, 'scores', s.scores, 'spans', s.spans) order by s.place, s.created_at desc)
         from scores s where s.comment_id = c.id and s.revision = c.revision and s.scores is not null), '[]') as scorings
     from comments c join articles a on a.id = c.article_id where c.site_id = $1 and c.id = any($2)`,
    [siteId, ids],
  );
  return rows;
}

/** But for what it uses of word lists, which is asked of the lists as they are now. */
export function storedFacts({ kept, ...comment }: StoredComment): Facts {
  const scorings = comment.scorings.map((scored) => ({ ...scored, model: "", version: "" }) as Scored);
  const known = { ...comment, scorings };
  return kept ? keptFacts(kept, known) : latelyKnown(unchanging(comment), known);
}

/** What never changes about a revision, so that it is known of one that was judged before facts were kept. */
export const unchanging = ({
  section,
  language,
  depth,
  revision,
  createdAt,
}: Pick<StoredComment, "section" | "language" | "depth" | "revision" | "createdAt">): Record<
  string,
  FactValue
> => ({
  depth,
  hour: hourOf(createdAt),
  revision,
  ...(language !== null && { language }),
  ...(section !== null && { "article.section": section }),
});
