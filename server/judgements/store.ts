import type { Queryable } from "../db/pool.ts";

export interface NewJudgement {
  id: string;
  commentId: string;
  revision: number;
  siteId: string;
  /** Null: of a sample. */
  appealId: string | null;
  moderatorId: string;
  verdict: "approve" | "reject";
  reason: string | null;
}

/** Keeps a blind verdict; false where this moderator has given one before. */
export async function insertJudgement(tx: Queryable, judgement: NewJudgement, now: Date): Promise<boolean> {
  const { id, commentId, revision, siteId, appealId, moderatorId, verdict, reason } = judgement;
  const { rowCount } = await tx.query(
    `insert into judgements (id, comment_id, revision, site_id, appeal_id, moderator_id, verdict, reason, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing`,
    [id, commentId, revision, siteId, appealId, moderatorId, verdict, reason, now],
  );
  return rowCount === 1;
}
