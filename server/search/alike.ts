/**
 * How many letters to add, drop, change or swap with their neighbour to make one word of the other: the optimal string alignment distance
 * (Boytsov, "Indexing methods for approximate dictionary searching", 2011, section 2.2).
 */
export function distance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const changed = (last[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped =
        i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
          ? (before[j - 2] as number) + 1
          : Number.POSITIVE_INFINITY;
      row.push(Math.min((last[j] as number) + 1, (row[j - 1] as number) + 1, changed, swapped));
    }
    before = last;
    last = row;
  }
  return last[b.length] as number;
}

/** Whether somebody may have meant one by the other: one slip in a short word, two in one of seven letters or more. */
export const isAlike = (a: string, b: string): boolean => distance(a, b) <= (a.length >= 7 ? 2 : 1);
