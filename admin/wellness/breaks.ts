/** A stretch of deciding, in ms since 1970: when it began, and its latest decision. */
export interface Stretch {
  since: number;
  latest: number;
  /** Not before this moment is a break suggested again. */
  quietUntil: number;
}

/** So long without a decision is a break, in ms. */
const PAUSE_MS = 5 * 60_000;

/** The stretch after one more decision: a new one where none was made for five minutes. */
export function decidedAt(stretch: Stretch | null, now: number): Stretch {
  return stretch && now - stretch.latest < PAUSE_MS
    ? { ...stretch, latest: now }
    : { since: now, latest: now, quietUntil: 0 };
}

/** For how many whole minutes the person has been deciding, where that is reason for a break; null otherwise. */
export function breakDue(stretch: Stretch | null, afterMinutes: number): number | null {
  if (!stretch || afterMinutes <= 0 || stretch.latest < stretch.quietUntil) return null;
  const minutes = Math.floor((stretch.latest - stretch.since) / 60_000);
  return minutes >= afterMinutes ? minutes : null;
}
