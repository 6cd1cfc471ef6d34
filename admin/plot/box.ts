import { COLUMNS, type Plot, ROWS } from "../../server/plots/contract.ts";

/** A range of cells; `right` and `top` are the first ones outside. */
export interface Box {
  left: number;
  right: number;
  bottom: number;
  top: number;
}

export type Edge = keyof Box;

export const WHOLE: Box = { left: 0, right: COLUMNS, bottom: 0, top: ROWS };

const clamp = (n: number, low: number, high: number): number => Math.min(high, Math.max(low, n));

/** Moves one edge to a cell; the range keeps one cell at least. */
export function moveEdge(box: Box, edge: Edge, to: number): Box {
  switch (edge) {
    case "left":
      return { ...box, left: clamp(to, 0, box.right - 1) };
    case "right":
      return { ...box, right: clamp(to, box.left + 1, COLUMNS) };
    case "bottom":
      return { ...box, bottom: clamp(to, 0, box.top - 1) };
    case "top":
      return { ...box, top: clamp(to, box.bottom + 1, ROWS) };
  }
}

/** The range between two points of the picture, given as fractions of its width and of its height from below. A drag straight up or down takes the whole width. */
export function boxBetween(a: { x: number; y: number }, b: { x: number; y: number }): Box {
  const column = (x: number) => clamp(Math.floor(x * COLUMNS), 0, COLUMNS - 1);
  const row = (y: number) => clamp(Math.floor(y * ROWS), 0, ROWS - 1);
  const narrow = Math.abs(a.x - b.x) < 0.03;
  return {
    left: narrow ? 0 : column(Math.min(a.x, b.x)),
    right: narrow ? COLUMNS : column(Math.max(a.x, b.x)) + 1,
    bottom: row(Math.min(a.y, b.y)),
    top: row(Math.max(a.y, b.y)) + 1,
  };
}

/** How many comments are in the range. */
export function countIn({ column, row, count }: Plot["cells"], box: Box): number {
  let sum = 0;
  for (let i = 0; i < count.length; i += 1) {
    const [c, r] = [column[i] as number, row[i] as number];
    if (c >= box.left && c < box.right && r >= box.bottom && r < box.top) sum += count[i] as number;
  }
  return sum;
}
