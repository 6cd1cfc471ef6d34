import type { Curve } from "./curves.ts";

const SIDE = 200;
const x = (value: number): string => (value * SIDE).toFixed(1);
const y = (value: number): string => ((1 - value) * SIDE).toFixed(1);

/** A square plot from 0 to 1 on both sides, with a caption under it. `inside` is SVG in the plot's own measures. */
export function plot(title: string, across: string, up: string, inside: string, note: string): string {
  const ticks = [0, 0.5, 1]
    .map(
      (value) =>
        `<text x="${x(value)}" y="${SIDE + 14}" text-anchor="middle">${value}</text><text x="-6" y="${y(value)}" text-anchor="end" dominant-baseline="middle">${value}</text>`,
    )
    .join("");
  return `<figure><svg viewBox="-34 -8 ${SIDE + 44} ${SIDE + 40}" role="img" aria-label="${title}: ${up} against ${across}"><rect class="axis" width="${SIDE}" height="${SIDE}"/>${ticks}<text x="${SIDE / 2}" y="${SIDE + 28}" text-anchor="middle">${across}</text><text transform="translate(-24 ${SIDE / 2}) rotate(-90)" text-anchor="middle">${up}</text>${inside}</svg><figcaption>${title}<small>${note}</small></figcaption></figure>`;
}

export function line(curve: Curve, kind: "main" | "quiet"): string {
  return `<polyline class="${kind}" points="${curve.map((at) => `${x(at.x)},${y(at.y)}`).join(" ")}"/>`;
}

/** Dots whose area grows with the logarithm of their weight, so that rare ones stay visible. */
export function dots(points: readonly { x: number; y: number; weight: number }[]): string {
  return points
    .map(
      (at) =>
        `<circle class="dot" cx="${x(at.x)}" cy="${y(at.y)}" r="${(2 + Math.log10(at.weight + 1) * 1.5).toFixed(1)}"/>`,
    )
    .join("");
}

/** Two sets of bars, each as shares of its own kind, side by side in every bin. */
export function bars({ good, bad }: { good: readonly number[]; bad: readonly number[] }): string {
  const shares = (counts: readonly number[]): number[] => {
    const all = counts.reduce((sum, n) => sum + n, 0);
    return counts.map((n) => n / Math.max(1, all));
  };
  const width = SIDE / good.length / 2;
  const draw = (values: readonly number[], kind: string, shift: number): string =>
    values
      .map(
        (value, i) =>
          `<rect class="${kind}" x="${((i * 2 + shift) * width).toFixed(1)}" y="${y(value)}" width="${width.toFixed(1)}" height="${(value * SIDE).toFixed(1)}"/>`,
      )
      .join("");
  return draw(shares(good), "good", 0) + draw(shares(bad), "bad", 1);
}
