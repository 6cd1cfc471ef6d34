/** Chance that a bad one scores above a good one; ties count half. NaN labels are left out. */
export function areaUnderCurve(
  scores: ArrayLike<number>,
  labels: ArrayLike<number>,
  weights?: ArrayLike<number>,
): number {
  const order: number[] = [];
  for (let i = 0; i < scores.length; i++) if (!Number.isNaN(labels[i])) order.push(i);
  order.sort((a, b) => (scores[a] as number) - (scores[b] as number));
  let good = 0;
  let bad = 0;
  let area = 0;
  for (let i = 0; i < order.length; ) {
    let tiedGood = 0;
    let tiedBad = 0;
    const score = scores[order[i] as number];
    while (i < order.length && scores[order[i] as number] === score) {
      const at = order[i++] as number;
      const w = weights?.[at] ?? 1;
      if ((labels[at] as number) > 0.5) tiedBad += w;
      else tiedGood += w;
    }
    area += tiedBad * (good + tiedGood / 2);
    good += tiedGood;
    bad += tiedBad;
  }
  return area / (good * bad);
}

/** Mean gap between probability and share of bad ones, over ten bins. */
export function calibrationError(
  scores: ArrayLike<number>,
  labels: ArrayLike<number>,
  weights?: ArrayLike<number>,
): number {
  const gap = new Float64Array(10);
  let all = 0;
  for (let i = 0; i < scores.length; i++) {
    if (Number.isNaN(labels[i])) continue;
    const w = weights?.[i] ?? 1;
    const bin = Math.min(9, Math.floor((scores[i] as number) * 10));
    gap[bin] = (gap[bin] as number) + w * ((labels[i] as number) - (scores[i] as number));
    all += w;
  }
  return gap.reduce((a, b) => a + Math.abs(b), 0) / all;
}

function ranks(values: readonly number[]): number[] {
  const order = values.map((_, i) => i).sort((a, b) => (values[a] as number) - (values[b] as number));
  const out = new Array<number>(values.length).fill(0);
  for (let i = 0; i < order.length; ) {
    let j = i;
    while (j < order.length && values[order[j] as number] === values[order[i] as number]) j++;
    for (let k = i; k < j; k++) out[order[k] as number] = (i + j - 1) / 2;
    i = j;
  }
  return out;
}

/** Spearman's correlation of ranks. */
export function rankCorrelation(a: readonly number[], b: readonly number[]): number {
  const x = ranks(a);
  const y = ranks(b);
  const mean = (x.length - 1) / 2;
  let xy = 0;
  let xx = 0;
  let yy = 0;
  x.forEach((v, i) => {
    const dx = v - mean;
    const dy = (y[i] as number) - mean;
    xy += dx * dy;
    xx += dx * dx;
    yy += dy * dy;
  });
  return xy / Math.sqrt(xx * yy);
}

/** The score that a given share of these exceed. */
export function scoreAtShare(scores: readonly number[], share: number): number {
  const sorted = [...scores].sort((a, b) => b - a);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] as number;
}

/** Rows in balance with what sites see: bad rows weigh so that together they make up `share`. */
export function balance(bad: readonly boolean[], share: number): number[] {
  const part = bad.filter(Boolean).length / bad.length;
  return bad.map((b) => (b ? share / part : (1 - share) / (1 - part)));
}
