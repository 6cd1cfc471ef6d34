/** Verdicts on comments that two people judged, neither knowing of the other. */
export interface Pairs {
  bothApprove: number;
  bothReject: number;
  /** The first would have approved, the second not. */
  firstApproves: number;
  firstRejects: number;
}

/**
 * How far two judges agree beyond chance, -1 to 1; null of no pairs, or where both only ever said the same one thing, as chance would agree as well.
 * `share`: how often they agree at all. J. Cohen, "A coefficient of agreement for nominal scales", Educational and Psychological Measurement 20 (1960);
 * the 95 % interval is by his standard error, so it is rough of few pairs.
 */
export function kappaOf({ bothApprove, bothReject, firstApproves, firstRejects }: Pairs): {
  share: number | null;
  kappa: number | null;
  interval: { low: number; high: number } | null;
} {
  const n = bothApprove + bothReject + firstApproves + firstRejects;
  if (n === 0) return { share: null, kappa: null, interval: null };
  const share = (bothApprove + bothReject) / n;
  const approves = { first: (bothApprove + firstApproves) / n, second: (bothApprove + firstRejects) / n };
  const chance = approves.first * approves.second + (1 - approves.first) * (1 - approves.second);
  if (chance === 1) return { share, kappa: null, interval: null };
  const kappa = (share - chance) / (1 - chance);
  const half = 1.959964 * Math.sqrt((share * (1 - share)) / (n * (1 - chance) ** 2));
  return { share, kappa, interval: { low: Math.max(-1, kappa - half), high: Math.min(1, kappa + half) } };
}
