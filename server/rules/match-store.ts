import type { Status } from "../comments/contract.ts";
import type { Queryable } from "../db/pool.ts";
import type { Decision, RuleMatch } from "../decisions/contract.ts";

export interface Matched {
  id: string;
  commentId: string;
  revision: number;
  statusBefore: Status;
  actor: Decision["actor"]["kind"];
  matches: RuleMatch[];
  shadows: RuleMatch[];
}

/** A rule of the site's own has a UUID; those its settings amount to have names. */
const isOwn = ({ rule }: RuleMatch): boolean => rule.length === 36;

/** Keeps which of the sites' own rules matched, with decisions just saved. Looking again replaces what was seen of the same revision. */
export async function saveMatches(tx: Queryable, decisions: readonly Matched[], now: Date): Promise<void> {
  const again = decisions.filter(
    ({ actor, statusBefore }) => actor === "rules" && statusBefore !== "pending",
  );
  if (again.length > 0) await dropEarlier(tx, again);
  const rows = decisions.flatMap(({ id, commentId, revision, matches, shadows }) => [
    ...matches.filter(isOwn).map((match) => row(match, true, { id, commentId, revision })),
    ...shadows.map((match) => ({ ...row(match, false, { id, commentId, revision }), match })),
  ]);
  if (rows.length === 0) return;
  await tx.query({
    name: "save-rule-matches",
    text: `insert into rule_matches (rule_id, version, comment_id, revision, live, action, tags, match, decision_id, created_at)
      select "ruleId", version, "commentId", revision, live, action, coalesce(tags, '{}'), match, "decisionId", $2 from json_to_recordset($1::json) as m(
        "ruleId" uuid, version int, "commentId" uuid, revision int, live boolean, action text, tags text[], match jsonb, "decisionId" uuid)
      on conflict (rule_id, version, comment_id, revision) do update set live = excluded.live, action = excluded.action, tags = excluded.tags,
        match = excluded.match, decision_id = excluded.decision_id, created_at = excluded.created_at`,
    values: [JSON.stringify(rows), now],
  });
}

/** Also what no longer matches was seen of the revision before. */
async function dropEarlier(tx: Queryable, decisions: readonly Matched[]): Promise<void> {
  const seen = decisions.map(({ commentId, revision }) => ({ commentId, revision }));
  await tx.query({
    name: "drop-earlier-matches",
    text: `delete from rule_matches m using json_to_recordset($1::json) as d("commentId" uuid, revision int)
      where m.comment_id = d."commentId" and m.revision = d.revision`,
    values: [JSON.stringify(seen)],
  });
}

const row = (
  { rule, version, action, tags }: RuleMatch,
  live: boolean,
  { id, commentId, revision }: Pick<Matched, "id" | "commentId" | "revision">,
): object => ({ ruleId: rule, version, commentId, revision, live, action, tags, decisionId: id });

/** What rules without a say would have done with these comments, by their latest look. */
export async function findShadows(db: Queryable, commentIds: string[]): Promise<Map<string, RuleMatch[]>> {
  const { rows } = await db.query<{ commentId: string; matches: RuleMatch[] }>({
    name: "find-shadows",
    text: `select m.comment_id as "commentId", jsonb_agg(m.match order by m.rule_id) as matches
      from rule_matches m join comments c on c.id = m.comment_id and c.revision = m.revision
      where m.comment_id = any($1) and not m.live group by m.comment_id`,
    values: [commentIds],
  });
  return new Map(rows.map(({ commentId, matches }) => [commentId, matches]));
}
