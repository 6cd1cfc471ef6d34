import type { Queryable } from "../db/pool.ts";
import { asked, within } from "./flow-store.ts";
import type { Span } from "./period.ts";

/** Rules of a site that are shown. */
const MOST = 100;

export interface RuleFigures {
  rule: string;
  name: string;
  version: number;
  action: "approve" | "hold" | "reject";
  matches: number;
  agreed: number;
  disagreed: number;
  overturned: number;
}

/** What a person decided last on the words a rule looked at, of what was not taken back; else what somebody who judged them blind found good. */
const SAID = `coalesce(
  (select p.status from decisions p where p.comment_id = d.comment_id and p.revision = d.revision and p.actor = 'moderator' and p.action <> 'undo'
     and not exists (select from decisions u where u.undo_of = p.id) order by p.version desc limit 1),
  (select 'approved' from judgements j where j.comment_id = d.comment_id and j.revision = d.revision and j.appeal_id is null and j.verdict = 'approve' limit 1))`;

/** Whether people decided as an action would have, as `agrees` of back-tests has it; null: they have not. */
const AGREES = `case when people is null or action = 'reject' and people = 'held' then null when action = 'approve' then people = 'approved' else people <> 'approved' end`;

/** A person turned what the rule itself had decided, or took it back with what else the rule did. */
const OVERTURNED = `action = 'reject' and status = 'rejected' and (undone or people in ('approved', 'held'))
  or action = 'approve' and status = 'approved' and people = 'rejected' or action = 'hold' and status = 'held' and undone`;

/** What each version of each rule did while it had a say, and what people made of that since. Decisions of old are counted by how they stand now. */
export async function readRuleFigures(db: Queryable, siteId: string, span: Span): Promise<RuleFigures[]> {
  const [site, from, to] = asked(siteId, span);
  const { rows } = await db.query<RuleFigures>(
    `with d as materialized (
       select id, comment_id, revision, status, matches from decisions
       where site_id = $1 and ${within("created_at")} and actor = 'rules' and matches <> '[]'),
     said as materialized (select d.*, ${SAID} as people, exists (select from decisions u where u.undo_of = d.id) as undone from d),
     m as (
       select x.*, s.status, s.undone, s.people from said s
       cross join lateral jsonb_to_recordset(s.matches) as x(rule text, name text, version int, action text) where x.action <> 'tag'),
     said_of as (select *, ${AGREES} as agrees from m)
     select rule, max(name) as name, version, action, count(*)::int as matches, count(*) filter (where agrees)::int as agreed,
       count(*) filter (where not agrees)::int as disagreed, count(*) filter (where ${OVERTURNED})::int as overturned
     from said_of group by rule, version, action order by matches desc, rule, version limit ${MOST}`,
    [site, from, to],
  );
  return rows;
}

export interface ReasonFigures {
  reason: string | null;
  people: number;
  rules: number;
}

/** Rejections of the period that were not taken back, by reason: of these ids, all others together. */
export async function readReasonFigures(
  db: Queryable,
  siteId: string,
  span: Span,
  ids: string[],
): Promise<ReasonFigures[]> {
  const [site, from, to] = asked(siteId, span);
  const { rows } = await db.query<ReasonFigures>(
    `select case when reason = any($4) then reason end as reason, count(*) filter (where actor = 'moderator')::int as people,
       count(*) filter (where actor = 'rules')::int as rules
     from decisions d where site_id = $1 and ${within("created_at")} and action = 'reject' and not exists (select from decisions u where u.undo_of = d.id)
     group by 1 order by count(*) desc, 1`,
    [site, from, to, ids],
  );
  return rows;
}

/** What each scorer answered of what was scored in the period, by name. */
export async function readScorerFigures(
  db: Queryable,
  siteId: string,
  span: Span,
): Promise<{ scorer: string; answered: number; failed: number }[]> {
  const [site, from, to] = asked(siteId, span);
  const { rows } = await db.query<{ scorer: string; answered: number; failed: number }>(
    `select s.scorer, count(s.scores)::int as answered, count(s.unavailable)::int as failed
     from scores s join comments c on c.id = s.comment_id where c.site_id = $1 and ${within("s.created_at")} group by 1 order by 1 limit 20`,
    [site, from, to],
  );
  return rows;
}
