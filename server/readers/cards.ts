import type { Queryable } from "../db/pool.ts";
import { blindDecisions } from "../judgements/blind.ts";
import type { SignedIn } from "../moderators/access.ts";
import { latestNotes, noteView } from "../notes/store.ts";
import { sanctionsInForce } from "../sanctions/store.ts";
import { sanctionView } from "../sanctions/view.ts";
import { RATE_FROM, RECENT_DAYS, type ReaderCard } from "./contract.ts";
import { readerFigures } from "./figures-store.ts";
import { readersByIds } from "./store.ts";

/** Notes on a card. */
const NOTES = 2;
/** Of those who have written nothing. */
const NONE = { approved: 0, held: 0, rejected: 0, recentDecided: 0, recentRejected: 0, strikes: 0 };

/**
 * These readers as cards show them to this moderator, by id; everything counted now. What was done about a reader with a decision that they may yet judge blind is left
 * out: it tells who decided, and why.
 */
export async function readerCards(
  db: Queryable,
  by: Pick<SignedIn, "id">,
  ids: string[],
  now: Date,
): Promise<Map<string, ReaderCard>> {
  if (ids.length === 0) return new Map();
  const since = new Date(now.getTime() - RECENT_DAYS * 86_400_000);
  const [readers, figures, inForce, notes] = await Promise.all([
    readersByIds(db, ids),
    readerFigures(db, ids, since),
    sanctionsInForce(db, ids, now),
    latestNotes(db, ids, NOTES),
  ]);
  const blind = await blindDecisions(
    db,
    by.id,
    inForce.map((one) => one.decisionId),
  );
  const sanctions = inForce.filter((one) => !blind.has(one.decisionId));
  const cards = [...readers.values()].map(({ id, name, kind, createdAt }): ReaderCard => {
    const { approved, held, rejected, strikes, ...recent } = figures.get(id) ?? NONE;
    const { recentDecided: decided, recentRejected } = recent;
    return {
      id,
      name,
      kind,
      createdAt: createdAt.toISOString(),
      approved,
      held,
      rejected,
      recent: {
        decided,
        rejected: recentRejected,
        rate: decided < RATE_FROM ? null : recentRejected / decided,
      },
      strikes,
      sanctions: sanctions.filter((one) => one.readerId === id).map((one) => sanctionView(one, now)),
      notes: notes.filter((one) => one.readerId === id).map(noteView),
    };
  });
  return new Map(cards.map((card) => [card.id, card]));
}
