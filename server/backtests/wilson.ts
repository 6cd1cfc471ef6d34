/** The standard normal distribution's 97.5th percentile: two sides leave out 5 %. */
const Z = 1.959964;

export interface Interval {
  low: number;
  high: number;
}

/**
 * The 95 % score interval of a share, `hits` of `of`, as numbers from 0 to 1; null of none. E. B. Wilson, "Probable inference, the law of succession, and
 * statistical inference", Journal of the American Statistical Association 22 (1927).
 */
export function wilson(hits: number, of: number): Interval | null {
  if (of === 0) return null;
  const share = hits / of;
  const spread = Z ** 2 / of;
  const middle = share + spread / 2;
  const half = Z * Math.sqrt((share * (1 - share)) / of + spread / (4 * of));
  return {
    low: hits === 0 ? 0 : Math.max(0, (middle - half) / (1 + spread)),
    high: hits === of ? 1 : Math.min(1, (middle + half) / (1 + spread)),
  };
}
