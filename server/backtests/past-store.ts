import type { Queryable } from "../db/pool.ts";
import type { FactValue } from "../rules/rule.ts";
import type { Label } from "./contract.ts";

/** A stored comment as it is now. */
export interface CommentRow {
  id: string;
  articleId: string;
  section: string | null;
  text: string;
  language: string | null;
  depth: number;
  revision: number;
  createdAt: Date;
}

export interface PageQuery {
  siteId: string;
  from: Date | null;
  to: Date;
  /** The last id of the page before. */
  before: string | null;
  limit: number;
}

const LAST_ID = "ffffffff-ffff-ffff-ffff-ffffffffffff";
const DAY = 86_400_000;

/** Ids are made when comments are stored, never before they were posted: none since then is smaller. A day for clocks that differ. */
function firstId(from: Date | null): string {
  const time = from
    ? Math.max(0, from.getTime() - DAY)
        .toString(16)
        .padStart(12, "0")
    : "0".repeat(12);
  return `${time.slice(0, 8)}-${time.slice(8)}-0000-0000-000000000000`;
}

/** A page of a site's comments that were judged and are not withdrawn, the newest ids first. */
export async function pastPage(
  db: Queryable,
  { siteId, from, to, before, limit }: PageQuery,
): Promise<CommentRow[]> {
  const { rows } = await db.query<CommentRow>(
    `select c.id, c.article_id as "articleId", a.section, c.text, c.language, c.depth, c.revision, c.created_at as "createdAt"
     from comments c join articles a on a.id = c.article_id
     where c.site_id = $1 and c.status not in ('pending', 'withdrawn') and c.created_at < $2 and ($3::timestamptz is null or c.created_at >= $3)
       and c.id >= $4 and c.id < $5 order by c.id desc limit $6`,
    [siteId, to, from, firstId(from), before ?? LAST_ID, limit],
  );
  return rows;
}

export interface DecisionRow {
  id: string;
  commentId: string;
  revision: number;
  actor: "rules" | "moderator";
  action: string;
  status: Label;
  undoOf: string | null;
  facts: Record<string, FactValue> | null;
  createdAt: Date;
}

/** What rules and people decided on these comments, the latest first. */
export async function pastDecisions(db: Queryable, ids: string[]): Promise<DecisionRow[]> {
  const { rows } = await db.query<DecisionRow>({
    name: "past-decisions",
    text: `select id, comment_id as "commentId", revision, actor, action, status, undo_of as "undoOf", facts, created_at as "createdAt"
      from decisions where comment_id = any($1) and actor in ('rules', 'moderator') order by comment_id, version desc`,
    values: [ids],
  });
  return rows;
}

export interface PastScore {
  commentId: string;
  revision: number;
  scorer: string;
  scores: Record<string, number>;
  place: number;
  createdAt: Date;
}

/** Every score that these comments were ever given, the latest first. */
export async function pastScores(db: Queryable, ids: string[]): Promise<PastScore[]> {
  const { rows } = await db.query<PastScore>({
    name: "past-scores",
    text: `select comment_id as "commentId", revision, scorer, scores, place, created_at as "createdAt" from scores
      where comment_id = any($1) and scores is not null order by comment_id, created_at desc, model, model_version`,
    values: [ids],
  });
  return rows;
}

/** The comments and revisions that somebody found good in a sample, without knowing what was decided. */
export async function approvedBlind(
  db: Queryable,
  ids: string[],
): Promise<{ commentId: string; revision: number }[]> {
  const { rows } = await db.query<{ commentId: string; revision: number }>({
    name: "approved-blind",
    text: `select comment_id as "commentId", revision from judgements where comment_id = any($1) and appeal_id is null and verdict = 'approve'`,
    values: [ids],
  });
  return rows;
}

/** Those of these comments that moderators have yet to judge without knowing what was decided: contested, or in a sample. */
export async function toJudgeBlind(db: Queryable, ids: string[]): Promise<Set<string>> {
  const { rows } = await db.query<{ id: string }>({
    name: "past-to-judge-blind",
    text: `select comment_id as id from queue_entries where comment_id = any($1) and queue in ('appealed', 'sample')`,
    values: [ids],
  });
  return new Set(rows.map(({ id }) => id));
}

/**
 * The median time between one moderator's decisions on a site, in s, and of how many. What takes less than a second was decided together, what takes more than
 * ten minutes was a break.
 */
export async function paceOf(
  db: Queryable,
  siteId: string,
  since: Date,
): Promise<{ seconds: number | null; of: number }> {
  const { rows } = await db.query<{ seconds: number | null; of: number }>(
    `select percentile_cont(0.5) within group (order by gap) as seconds, count(*)::int as of from (
       select extract(epoch from created_at - lag(created_at) over (partition by moderator_id order by created_at))::float8 as gap
       from decisions where site_id = $1 and actor = 'moderator' and action <> 'undo' and created_at >= $2) g where gap between 1 and 600`,
    [siteId, since],
  );
  return rows[0] as { seconds: number | null; of: number };
}
