import type { Queryable } from "../db/pool.ts";
import type { Scope } from "../moderators/access.ts";
import { ofSections, sitesOf } from "../moderators/scope.ts";
import { placesIn } from "../reviews/looking.ts";

export interface AppealRow {
  id: string;
  commentId: string;
  siteId: string;
  readerId: string;
  contestedId: string;
  /** Whose refusal it is; null: a rule's. */
  contestedBy: string | null;
  text: string;
  createdAt: Date;
  outcome: "upheld" | "overturned" | null;
}

const COLUMNS = `a.id, a.comment_id as "commentId", a.site_id as "siteId", a.reader_id as "readerId", a.contested_id as "contestedId",
  a.contested_by as "contestedBy", a.text, a.created_at as "createdAt", a.outcome`;

/** Stores an appeal, or answers null where this comment has one that was not granted. */
export async function insertAppeal(
  tx: Queryable,
  appeal: Omit<AppealRow, "createdAt" | "outcome">,
  now: Date,
): Promise<AppealRow | null> {
  const { id, commentId, siteId, readerId, contestedId, contestedBy, text } = appeal;
  const { rows } = await tx.query<AppealRow>(
    `insert into appeals as a (id, comment_id, site_id, reader_id, contested_id, contested_by, text, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing returning ${COLUMNS}`,
    [id, commentId, siteId, readerId, contestedId, contestedBy, text, now],
  );
  return rows[0] ?? null;
}

export async function findAppeal(db: Queryable, id: string): Promise<AppealRow | null> {
  const { rows } = await db.query<AppealRow>(`select ${COLUMNS} from appeals a where a.id = $1`, [id]);
  return rows[0] ?? null;
}

/** The latest appeal of each of these comments, and what this moderator made of it before seeing the decision. */
export async function latestAppeals(
  db: Queryable,
  commentIds: string[],
  moderatorId: string | null,
): Promise<Map<string, AppealRow & { ownJudgement: "approve" | "reject" | null }>> {
  const { rows } = await db.query<AppealRow & { ownJudgement: "approve" | "reject" | null }>({
    name: "latest-appeals",
    text: `select distinct on (a.comment_id) ${COLUMNS},
        (select verdict from judgements j where j.appeal_id = a.id and j.moderator_id = $2) as "ownJudgement"
      from appeals a where a.comment_id = any($1) order by a.comment_id, a.created_at desc`,
    values: [commentIds, moderatorId],
  });
  return new Map(rows.map((row) => [row.commentId, row]));
}

/** The refusal that stands on a comment: the latest decision that is none that was taken back. */
export async function standingRefusal(
  tx: Queryable,
  commentId: string,
): Promise<{ id: string; moderatorId: string | null; reason: string | null; createdAt: Date } | null> {
  const { rows } = await tx.query<{
    id: string;
    moderatorId: string | null;
    reason: string | null;
    createdAt: Date;
  }>(
    `select id, moderator_id as "moderatorId", reason, created_at as "createdAt" from decisions d
     where comment_id = $1 and action = 'reject' and not exists (select from decisions u where u.undo_of = d.id)
     order by version desc limit 1`,
    [commentId],
  );
  return rows[0] ?? null;
}

export async function uphold(
  tx: Queryable,
  appeal: { id: string; moderatorId: string; decisionId: string },
  now: Date,
): Promise<void> {
  await tx.query(
    `update appeals set outcome = 'upheld', decided_at = $4, decided_by = $2, decision_id = $3 where id = $1`,
    [appeal.id, appeal.moderatorId, appeal.decisionId, now],
  );
}

/** Open appeals, of what may be seen, that nobody but whose decision they contest could decide. */
export async function countStuckAppeals(db: Queryable, scope: Scope): Promise<number> {
  const values: unknown[] = [sitesOf(scope)];
  const ofTheirs = ofSections(scope, "c", placesIn(values));
  const { rows } = await db.query<{ n: number }>({
    ...(ofTheirs.length === 0 && { name: "count-stuck-appeals" }),
    text: `select count(*)::int as n from appeals a join comments c on c.id = a.comment_id and c.status = 'rejected'
      where ${["($1::uuid[] is null or c.site_id = any($1))", ...ofTheirs, "a.outcome is null", "a.contested_by is not null"].join(" and ")}
        and not exists (select from moderators m where m.id <> a.contested_by and m.deactivated_at is null
          and (m.role = 'owner' or exists (select from moderator_sites s where s.moderator_id = m.id and s.site_id = a.site_id)
            or exists (select from moderator_sections s join articles p on p.site_id = s.site_id and p.section = s.section
              where s.moderator_id = m.id and p.id = c.article_id)))`,
    values,
  });
  return rows[0]?.n ?? 0;
}
