import type { Review } from "../../server/reviews/contract.ts";

/** One comment in the queue as shown. `gone`: it no longer waits, but stays in place until the moderator moves on. */
export interface Entry {
  review: Review;
  gone: boolean;
}

/** Comments this desk has decided, with the version decided on: a later version means the comment came back. */
export type Decided = ReadonlyMap<string, number>;

export interface Reconciled {
  entries: Entry[];
  /** Waiting comments that would push themselves in front of something shown. They are announced, not inserted. */
  fresh: Review[];
}

/**
 * Fits the server's latest answer into what is on screen without moving anything: changed comments are replaced in
 * place, those that left are marked, new ones are added only behind everything shown, the rest waits as `fresh`.
 * `complete`: the answer holds the whole queue, not only its first pages.
 */
export function reconcile(shown: Entry[], answer: Review[], complete: boolean, decided: Decided): Reconciled {
  const latest = answer.filter((review) => !isDecided(review, decided));
  const byId = new Map(latest.map((review) => [review.id, review]));
  const shownIds = new Set(shown.map((entry) => entry.review.id));
  const lastPresent = shown.findLastIndex((entry) => byId.has(entry.review.id));

  const entries = shown.map((entry, i): Entry => {
    const now = byId.get(entry.review.id);
    if (now) return entry.gone || changed(entry.review, now) ? { review: now, gone: false } : entry;
    // Missing behind the last one the answer knows may only mean that the pages fetched end before it.
    return complete || i < lastPresent ? (entry.gone ? entry : { ...entry, gone: true }) : entry;
  });

  const lastShown = latest.findLastIndex((review) => shownIds.has(review.id));
  const fresh: Review[] = [];
  for (const [i, review] of latest.entries()) {
    if (shownIds.has(review.id)) continue;
    if (i > lastShown) entries.push({ review, gone: false });
    else fresh.push(review);
  }
  return { entries, fresh };
}

export function isDecided(review: Review, decided: Decided): boolean {
  const version = decided.get(review.id);
  return version !== undefined && review.version <= version;
}

function changed(before: Review, now: Review): boolean {
  return (
    before.version !== now.version ||
    before.revision !== now.revision ||
    before.unscored !== now.unscored ||
    scoredAt(before) !== scoredAt(now) ||
    assignedIn(before) !== assignedIn(now) ||
    before.featured?.at !== now.featured?.at ||
    before.blind !== now.blind ||
    before.reports.reporters !== now.reports.reporters ||
    before.reports.items.length !== now.reports.items.length ||
    before.appeal?.ownJudgement !== now.appeal?.ownJudgement ||
    before.escalation?.id !== now.escalation?.id ||
    before.escalation?.ended !== now.escalation?.ended ||
    before.claim?.moderator.id !== now.claim?.moderator.id ||
    before.reader.approved !== now.reader.approved ||
    before.reader.rejected !== now.reader.rejected ||
    before.reader.held !== now.reader.held
  );
}

const assignedIn = ({ article }: Review): string => article.assigned.map(({ id }) => id).join();
const scoredAt = (review: Review): string => review.scorers.map(({ at }) => at).join();
