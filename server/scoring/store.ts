import type { Queryable } from "../db/pool.ts";
import type { Scored, Unavailable } from "./scorer.ts";

export interface Scoring {
  commentId: string;
  revision: number;
  scorings: (Scored | Unavailable)[];
}

/** Scores are kept to four decimals: finer differences mean nothing and cost bytes. */
const round = (score: number): number => Math.round(score * 10_000) / 10_000;

/** Keeps what each scorer answered about each revision; a later answer replaces an earlier one. */
export async function saveScores(tx: Queryable, scorings: Scoring[]): Promise<void> {
  const rows = scorings.flatMap(({ commentId, revision, scorings: answers }) =>
    answers.map((answer) => ({ commentId, revision, ...flat(answer) })),
  );
  if (rows.length === 0) return;
  await tx.query({
    name: "save-scores",
    text: `insert into scores (comment_id, revision, scorer, model, model_version, scores, spans, unavailable)
      select "commentId", revision, scorer, model, version, scores, spans, unavailable from json_to_recordset($1::json) as s(
        "commentId" uuid, revision int, scorer text, model text, version text, scores jsonb, spans jsonb, unavailable text)
      on conflict (comment_id, revision, scorer) do update set model = excluded.model, model_version = excluded.model_version,
        scores = excluded.scores, spans = excluded.spans, unavailable = excluded.unavailable, created_at = now()`,
    values: [JSON.stringify(rows)],
  });
}

function flat(answer: Scored | Unavailable): object {
  if ("unavailable" in answer) return answer;
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
}

/** What the scorers said of the present revision of these comments. */
export async function findScores(db: Queryable, commentIds: string[]): Promise<ScoreRow[]> {
  const { rows } = await db.query<ScoreRow>({
    name: "find-scores",
    text: `select s.comment_id as "commentId", s.scorer, s.model, s.model_version as version, s.scores, s.spans, s.unavailable
      from scores s join comments c on c.id = s.comment_id and c.revision = s.revision where s.comment_id = any($1) order by s.created_at, s.scorer`,
    values: [commentIds],
  });
  return rows;
}
