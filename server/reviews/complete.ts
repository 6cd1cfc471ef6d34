import { latestAppeals } from "../appeals/store.ts";
import { activeClaims } from "../claims/store.ts";
import type { Tx } from "../db/pool.ts";
import { latestDecisions, latestMatches } from "../decisions/store.ts";
import { latestEscalations } from "../escalations/store.ts";
import type { SignedIn } from "../moderators/access.ts";
import { readerCards } from "../readers/cards.ts";
import type { ReaderCard } from "../readers/contract.ts";
import { openReports } from "../reports/store.ts";
import { findScores } from "../scoring/store.ts";
import type { Queue, Review } from "./contract.ts";
import type { ReviewRow } from "./store.ts";
import { reviewView } from "./view.ts";

/** These comments with all that belongs to them, as this person may see it in this queue. One after the other, on the snapshot's one connection. */
export async function completed(
  tx: Tx,
  by: SignedIn,
  rows: ReviewRow[],
  { queue, now = new Date() }: { queue?: Queue; now?: Date },
): Promise<Review[]> {
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  const readers = await readerCards(tx, by, [...new Set(rows.map((row) => row.readerId))], now);
  const scores = await findScores(tx, ids);
  const decisions = await latestDecisions(tx, ids);
  const matches = await latestMatches(tx, ids);
  const claims = await activeClaims(tx, ids, now);
  const reports = await openReports(tx, ids);
  const appeals = await latestAppeals(tx, ids, by.id);
  const escalations = await latestEscalations(tx, ids);
  return rows.map((row) =>
    reviewView(row, by, {
      queue,
      reader: readers.get(row.readerId) as ReaderCard,
      scores: scores.filter((score) => score.commentId === row.id),
      decision: decisions.get(row.id) ?? null,
      matches: matches.get(row.id) ?? [],
      claim: claims.get(row.id) ?? null,
      reports: reports.get(row.id) ?? null,
      appeal: appeals.get(row.id) ?? null,
      escalation: escalations.get(row.id) ?? null,
    }),
  );
}
