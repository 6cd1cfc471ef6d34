import { COLUMNS, type Plot, ROWS } from "../../server/plots/contract.ts";
import { exact } from "../language/format.ts";
import type { Box } from "./box.ts";

/** Draws the dots of a plot, the thresholds that cross it and the range, in the colours of the page. A cell's dot grows with how many it stands for. */
export function draw(
  canvas: HTMLCanvasElement,
  plot: Plot,
  { box, lines, across }: { box: Box | null; lines: number[]; across: number[] },
): void {
  const { clientWidth: width, clientHeight: height } = canvas;
  const scale = window.devicePixelRatio || 1;
  canvas.width = width * scale;
  canvas.height = height * scale;
  const pen = canvas.getContext("2d");
  if (!pen) return;
  pen.scale(scale, scale);
  const style = getComputedStyle(canvas);
  const colour = (name: string) => style.getPropertyValue(name).trim();
  const x = (column: number) => (column / COLUMNS) * width;
  const y = (row: number) => height - (row / ROWS) * height;

  if (box) {
    pen.fillStyle = colour("--rd-accent-soft");
    pen.fillRect(x(box.left), y(box.top), x(box.right) - x(box.left), y(box.bottom) - y(box.top));
  }
  pen.strokeStyle = colour("--rd-line");
  pen.lineWidth = 1;
  for (let row = 0; row < ROWS; row += 25) line(pen, [0, y(row)], [width, y(row)]);

  const { column, row, count } = plot.cells;
  const [plain, chosen] = [colour("--rd-soft"), colour("--rd-accent")];
  // Many are drawn paler, so that where they are dense is seen.
  const strength = Math.max(0.3, Math.min(0.75, 1_500 / count.length));
  for (let i = 0; i < count.length; i += 1) {
    const [c, r] = [column[i] as number, row[i] as number];
    const inside = box && c >= box.left && c < box.right && r >= box.bottom && r < box.top;
    pen.fillStyle = inside ? chosen : plain;
    pen.globalAlpha = inside ? Math.min(0.9, strength + 0.3) : strength;
    pen.beginPath();
    pen.arc(x(c + 0.5), y(r + 0.5), Math.min(7, 2.5 + Math.log2(count[i] as number)), 0, 2 * Math.PI);
    pen.fill();
  }
  pen.globalAlpha = 1;
  // What is drawn over the dots has an edge of the paper's colour: in shades of grey nothing else would set it apart.
  const [paper, ink] = [colour("--rd-surface"), colour("--mantine-color-text")];
  pen.font = `12px ${style.fontFamily}`;
  pen.lineJoin = "round";
  for (let row = 0; row < ROWS; row += 25) {
    pen.strokeStyle = paper;
    pen.lineWidth = 4;
    pen.strokeText(exact(row / ROWS), 2, y(row) - 4);
    pen.fillStyle = ink;
    pen.fillText(exact(row / ROWS), 2, y(row) - 4);
  }
  const thresholds = () => {
    for (const at of lines) line(pen, [0, y(at * ROWS)], [width, y(at * ROWS)]);
    for (const at of across) line(pen, [x(at * COLUMNS), 0], [x(at * COLUMNS), height]);
  };
  pen.strokeStyle = paper;
  pen.lineWidth = 5;
  thresholds();
  pen.strokeStyle = ink;
  pen.lineWidth = 2;
  pen.setLineDash([8, 5]);
  thresholds();
  pen.setLineDash([]);
  if (!box) return;
  pen.strokeStyle = chosen;
  pen.lineWidth = 2;
  pen.strokeRect(x(box.left), y(box.top), x(box.right) - x(box.left), y(box.bottom) - y(box.top));
}

function line(pen: CanvasRenderingContext2D, from: [number, number], to: [number, number]): void {
  pen.beginPath();
  pen.moveTo(...from);
  pen.lineTo(...to);
  pen.stroke();
}
