import type { Status } from "../comments/contract.ts";
import type { Queryable } from "../db/pool.ts";
import type { Decision, RuleMatch } from "./contract.ts";

/** What decide() needs to know of a comment, read under lock. */
export interface Locked {
  id: string;
  siteId: string;
  articleId: string;
  /** Of its article, now. */
  section: string | null;
  parentId: string | null;
  readerId: string;
  status: Status;
  version: number;
  revision: number;
  queuedAt: Date | null;
}

/**
 * Locks these comments until the transaction ends, always in the same order, so that two batches cannot wait for each other. Replies
 * may still refer to them: their ids stay as they are.
 */
export async function lockComments(tx: Queryable, ids: string[]): Promise<Map<string, Locked>> {
  const { rows } = await tx.query<Locked>({
    name: "lock-comments",
    text: `select id, site_id as "siteId", article_id as "articleId", (select section from articles a where a.id = article_id) as section, parent_id as "parentId", reader_id as "readerId",
        status, version, revision, queued_at as "queuedAt"
      from comments where id = any($1) order by id for no key update`,
    values: [ids],
  });
  return new Map(rows.map((row) => [row.id, row]));
}

export interface NewDecision {
  id: string;
  commentId: string;
  siteId: string;
  articleId: string;
  revision: number;
  action: Decision["action"];
  statusBefore: Status;
  status: Status;
  version: number;
  queuedAtBefore: Date | null;
  queuedAt: Date | null;
  actor: Decision["actor"]["kind"];
  moderatorId: string | null;
  reason: string | null;
  note: string | null;
  matches: RuleMatch[];
  /** Of rules without a say; kept beside the decision. */
  shadows: RuleMatch[];
  /** What the rules were told, but for scores and text. */
  facts: Record<string, number | string | boolean | readonly string[]> | null;
  language: string | null;
  undoOf: string | null;
  /** The decision it was made beside; told in the log. */
  beside: string | null;
  /** The batch it was made in; told in the log. */
  batchId: string | null;
}

/** Writes decisions and moves their comments, in one statement. */
export async function saveDecisions(tx: Queryable, decisions: NewDecision[], now: Date): Promise<void> {
  await tx.query({
    name: "save-decisions",
    text: `with input as (
        select * from json_to_recordset($1::json) as d(
          id uuid, "commentId" uuid, "siteId" uuid, revision int, action text, "statusBefore" text, status text, version int,
          "queuedAtBefore" timestamptz, "queuedAt" timestamptz, actor text, "moderatorId" uuid, reason text, note text, matches jsonb, facts jsonb, language text, "undoOf" uuid)
      ), written as (
        insert into decisions (id, comment_id, site_id, revision, action, status_before, status, version, queued_at_before,
          actor, moderator_id, reason, note, matches, facts, undo_of, created_at)
        select id, "commentId", "siteId", revision, action, "statusBefore", status, version, "queuedAtBefore",
          actor, "moderatorId", reason, note, coalesce(matches, '[]'), facts, "undoOf", $2 from input
      )
      update comments c set status = i.status, version = i.version, queued_at = i."queuedAt", decided_at = $2,
        language = case i.actor when 'rules' then i.language else c.language end from input i where c.id = i."commentId"`,
    values: [JSON.stringify(decisions.map(({ shadows: _, ...decision }) => decision)), now],
  });
}

interface DecisionRow {
  id: string;
  commentId: string;
  siteId: string;
  revision: number;
  action: Decision["action"];
  statusBefore: Status;
  status: Status;
  version: number;
  queuedAtBefore: Date | null;
  actor: Decision["actor"]["kind"];
  moderatorId: string | null;
  moderatorName: string | null;
  reason: string | null;
  note: string | null;
  matches: RuleMatch[];
  undoOf: string | null;
  createdAt: Date;
}

const SELECT = `select d.id, d.comment_id as "commentId", d.site_id as "siteId", d.revision, d.action, d.status_before as "statusBefore", d.status, d.version,
    d.queued_at_before as "queuedAtBefore", d.actor, d.moderator_id as "moderatorId", m.name as "moderatorName", d.reason, d.note, d.matches,
    d.undo_of as "undoOf", d.created_at as "createdAt"
  from decisions d left join moderators m on m.id = d.moderator_id`;

export async function findDecision(db: Queryable, id: string): Promise<DecisionRow | null> {
  const { rows } = await db.query<DecisionRow>(`${SELECT} where d.id = $1`, [id]);
  return rows[0] ?? null;
}

/** The latest decisions on a comment, the latest first. */
export async function decisionsOn(db: Queryable, commentId: string, limit: number): Promise<DecisionRow[]> {
  const { rows } = await db.query<DecisionRow>(
    `${SELECT} where d.comment_id = $1 order by d.version desc limit $2`,
    [commentId, limit],
  );
  return rows;
}

/** The latest decision on each of these comments. */
export async function latestDecisions(
  db: Queryable,
  commentIds: string[],
): Promise<Map<string, DecisionRow>> {
  const { rows } = await db.query<DecisionRow>({
    name: "latest-decisions",
    text: `select distinct on (d."commentId") d.* from (${SELECT} where d.comment_id = any($1)) d order by d."commentId", d.version desc`,
    values: [commentIds],
  });
  return new Map(rows.map((row) => [row.commentId, row]));
}

export type { DecisionRow };

/** What the latest rule decision on each comment matched: why it is where it is. */
export async function latestMatches(db: Queryable, commentIds: string[]): Promise<Map<string, RuleMatch[]>> {
  const { rows } = await db.query<{ commentId: string; matches: RuleMatch[] }>({
    name: "latest-matches",
    text: `select distinct on (comment_id) comment_id as "commentId", matches from decisions
      where comment_id = any($1) and actor = 'rules' order by comment_id, version desc`,
    values: [commentIds],
  });
  return new Map(rows.map((row) => [row.commentId, row.matches]));
}
