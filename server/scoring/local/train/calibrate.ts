/**
 * Platt's scaling: slope and offset that turn log-odds into probabilities that hold on these rows, by Newton's method on
 * the weighted log-loss, with a light pull towards slope 1. NaN labels are left out.
 */
export function platt(
  z: ArrayLike<number>,
  labels: ArrayLike<number>,
  weights: ArrayLike<number>,
): { slope: number; offset: number } {
  let slope = 1;
  let offset = 0;
  for (let step = 0; step < 50; step++) {
    let ga = slope - 1;
    let gb = offset * 0.01;
    let haa = 1;
    let hab = 0;
    let hbb = 0.01;
    for (let i = 0; i < z.length; i++) {
      if (Number.isNaN(labels[i])) continue;
      const x = z[i] as number;
      const p = 1 / (1 + Math.exp(-(slope * x + offset)));
      const w = weights[i] as number;
      const d = w * (p - (labels[i] as number));
      const v = w * p * (1 - p);
      ga += d * x;
      gb += d;
      haa += v * x * x;
      hab += v * x;
      hbb += v;
    }
    const det = haa * hbb - hab * hab;
    const da = (hbb * ga - hab * gb) / det;
    const db = (haa * gb - hab * ga) / det;
    slope -= da;
    offset -= db;
    if (Math.abs(da) + Math.abs(db) < 1e-9) break;
  }
  return { slope, offset };
}
