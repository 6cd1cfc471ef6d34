import type { Queryable } from "../db/pool.ts";
import type { TextRead } from "../rules/text-facts.ts";

export interface ExampleRow {
  id: string;
  mustMatch: boolean;
  commentId: string | null;
  text: string | null;
  language: string | null;
  /** Of a pasted text; null of a stored comment. */
  scorings: TextRead["scorings"] | null;
  moderatorName: string;
  createdAt: Date;
}

/** A rule's examples, the oldest first. Of a stored comment that was withdrawn there is no text. */
export async function findExamples(db: Queryable, ruleId: string): Promise<ExampleRow[]> {
  const { rows } = await db.query<ExampleRow>({
    name: "rule-examples",
    text: `select e.id, e.must_match as "mustMatch", e.comment_id as "commentId", e.scorings, e.created_at as "createdAt", m.name as "moderatorName",
        coalesce(e.text, case when c.status <> 'withdrawn' then c.text end) as text, coalesce(e.language, c.language) as language
      from rule_examples e join moderators m on m.id = e.moderator_id left join comments c on c.id = e.comment_id
      where e.rule_id = $1 order by e.id`,
    values: [ruleId],
  });
  return rows;
}

export type NewExample = Omit<ExampleRow, "moderatorName"> & { ruleId: string; moderatorId: string };

export async function insertExample(tx: Queryable, example: NewExample): Promise<void> {
  const { id, ruleId, mustMatch, commentId, text, language, scorings, moderatorId, createdAt } = example;
  await tx.query(
    `insert into rule_examples (id, rule_id, must_match, comment_id, text, language, scorings, moderator_id, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      id,
      ruleId,
      mustMatch,
      commentId,
      text,
      language,
      scorings && JSON.stringify(scorings),
      moderatorId,
      createdAt,
    ],
  );
}

/** Forgets those of a rule that are the same comment or the same text. */
export async function dropSame(
  tx: Queryable,
  { ruleId, commentId, text }: Pick<NewExample, "ruleId" | "commentId" | "text">,
): Promise<void> {
  await tx.query(`delete from rule_examples where rule_id = $1 and (comment_id = $2 or text = $3)`, [
    ruleId,
    commentId,
    text,
  ]);
}

export async function countExamples(tx: Queryable, ruleId: string): Promise<number> {
  const { rows } = await tx.query<{ n: number }>(
    `select count(*)::int as n from rule_examples where rule_id = $1`,
    [ruleId],
  );
  return rows[0]?.n ?? 0;
}

/** Whether it was there; then what it was. */
export async function deleteExample(
  tx: Queryable,
  { ruleId, id }: { ruleId: string; id: string },
): Promise<Pick<ExampleRow, "mustMatch" | "commentId"> | null> {
  const { rows } = await tx.query<Pick<ExampleRow, "mustMatch" | "commentId">>(
    `delete from rule_examples where rule_id = $1 and id = $2 returning must_match as "mustMatch", comment_id as "commentId"`,
    [ruleId, id],
  );
  return rows[0] ?? null;
}

/** With a rule go its examples: they are texts, and nothing of them is needed any more. */
export async function forgetExamples(tx: Queryable, ruleId: string): Promise<void> {
  await tx.query(`delete from rule_examples where rule_id = $1`, [ruleId]);
}
