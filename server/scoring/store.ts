import type { Queryable } from "../db/pool.ts";
import type { Scored, Unavailable } from "./scorer.ts";

export interface Scoring {
  commentId: string;
  revision: number;
  scorings: (Scored | Unavailable)[];
  /** The place of each in the site's order; left out: as they are listed. */
  places?: number[];
}

/** Scores are kept to four decimals: finer differences mean nothing and cost bytes. */
const round = (score: number): number => Math.round(score * 10_000) / 10_000;

/** Keeps what each scorer answered about each revision; a later answer replaces an earlier one of the same model in the same version, and no other. */
export async function saveScores(tx: Queryable, scorings: Scoring[]): Promise<void> {
  const rows = scorings.flatMap(({ commentId, revision, scorings: answers, places }) =>
    answers.map((answer, i) => ({ commentId, revision, place: places?.[i] ?? i, ...flat(answer) })),
  );
  if (rows.length === 0) return;
  await tx.query({
    name: "save-scores",
    text: `insert into scores (comment_id, revision, scorer, model, model_version, scores, spans, unavailable, place)
      select "commentId", revision, scorer, coalesce(model, ''), coalesce(version, ''), scores, spans, unavailable, place from json_to_recordset($1::json) as s(
        "commentId" uuid, revision int, scorer text, model text, version text, scores jsonb, spans jsonb, unavailable text, place smallint)
      on conflict (comment_id, revision, scorer, model, model_version) do update set scores = excluded.scores, spans = excluded.spans,
        unavailable = excluded.unavailable, place = excluded.place, created_at = now()`,
    values: [JSON.stringify(rows)],
  });
}

function flat(answer: Scored | Unavailable): object {
  if ("unavailable" in answer) return { scorer: answer.scorer, unavailable: answer.unavailable };
  const scores = Object.fromEntries(
    Object.entries(answer.scores).map(([attribute, score]) => [attribute, round(score)]),
  );
  return { ...answer, scores, spans: answer.spans.map((span) => ({ ...span, score: round(span.score) })) };
}

export interface ScoreRow {
  commentId: string;
  scorer: string;
  model: string | null;
  version: string | null;
  scores: Record<string, number> | null;
  spans: { start: number; end: number; attribute: string; score: number }[] | null;
  unavailable: string | null;
  createdAt: Date;
}

/** What the scorers say today of the present revision of these comments, in the site's order. */
export async function findScores(db: Queryable, commentIds: string[]): Promise<ScoreRow[]> {
  const { rows } = await db.query<ScoreRow>({
    name: "find-scores",
    text: `select s.comment_id as "commentId", s.scorer, nullif(s.model, '') as model, nullif(s.model_version, '') as version, s.scores, s.spans, s.unavailable, s.created_at as "createdAt"
      from current_scores s join comments c on c.id = s.comment_id and c.revision = s.revision
      where s.comment_id = any($1) order by s.place, s.scorer`,
    values: [commentIds],
  });
  return rows;
}
