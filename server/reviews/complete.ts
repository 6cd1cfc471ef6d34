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
import { findReviews } from "./store.ts";
import { reviewView } from "./view.ts";

/**
 * These comments with all that belongs to them, as this person may see it in this queue, in the order of the ids; those that are not there are left out. Asked for at once, which on
 * one connection takes two ways to the database.
 */
export async function reviewsOf(
  tx: Tx,
  by: SignedIn,
  ids: string[],
  { queue, now = new Date() }: { queue?: Queue; now?: Date },
): Promise<Review[]> {
  if (ids.length === 0) return [];
  const [found, scores, decisions, matches, claims, reports, appeals, escalations] = await Promise.all([
    findReviews(tx, ids),
    findScores(tx, ids),
    latestDecisions(tx, ids),
    latestMatches(tx, ids),
    activeClaims(tx, ids, now),
    openReports(tx, ids),
    latestAppeals(tx, ids, by.id),
    latestEscalations(tx, ids),
  ]);
  const rows = ids.flatMap((id) => found.get(id) ?? []);
  const readers = await readerCards(tx, by, [...new Set(rows.map((row) => row.readerId))], now);
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
