import type { Figures } from "./measure.ts";

export interface Row extends Figures {
  name: string;
}

const number = (value: number, digits: number): string => (Number.isNaN(value) ? "–" : value.toFixed(digits));

/** One line for each way, the CPU also as a share of the yardstick's. */
export function table(rows: readonly Row[], bareCpu: number): string {
  const lines = [["", "a second", "p50 ms", "p99 ms", "CPU ms", "× bare"]];
  for (const { name, rate, p50, p99, cpu } of rows)
    lines.push([
      name,
      number(rate, 0),
      number(p50, 1),
      number(p99, 1),
      number(cpu, 3),
      number(cpu / bareCpu, 2),
    ]);
  const widths = (lines[0] as string[]).map((_, i) =>
    Math.max(...lines.map((line) => (line[i] as string).length)),
  );
  return lines
    .map((line) =>
      line
        .map((cell, i) => (i === 0 ? cell.padEnd(widths[0] as number) : cell.padStart(widths[i] as number)))
        .join("   "),
    )
    .join("\n");
}

export interface Goal {
  what: string;
  reached: number;
  goal: number;
  /** Whether more is better. */
  atLeast?: boolean;
}

export function goalLines(goals: readonly Goal[]): string {
  const width = Math.max(...goals.map(({ what }) => what.length));
  return goals
    .map(({ what, reached, goal, atLeast }) => {
      const met = atLeast ? reached >= goal : reached <= goal;
      const digits = goal < 10 ? 2 : 0;
      return `${met ? "✓" : "✗"} ${what.padEnd(width)}  ${number(reached, digits)} (goal: ${atLeast ? "at least" : "at most"} ${goal})`;
    })
    .join("\n");
}
