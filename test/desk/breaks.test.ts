import { describe, expect, it } from "@jest/globals";
import { breakDue, decidedAt, type Stretch } from "../../admin/wellness/breaks.ts";

const MINUTE = 60_000;
/** A stretch of decisions at these minutes. */
const stretch = (...minutes: number[]): Stretch | null =>
  minutes.reduce<Stretch | null>((so, minute) => decidedAt(so, minute * MINUTE), null);
const steadily = (minutes: number): number[] => Array.from({ length: minutes + 1 }, (_, i) => i);

describe("a break is suggested", () => {
  it.each([
    ["not before the first decision", stretch(), 20, null],
    ["not while it was never asked for", stretch(...steadily(90)), 0, null],
    ["not yet", stretch(...steadily(19)), 20, null],
    ["after so many minutes of deciding", stretch(...steadily(20)), 20, 20],
    ["not when a pause of five minutes was made", stretch(...steadily(15), 20, 21, 22), 20, null],
    ["though pauses were shorter", stretch(0, 4, 8, 12, 16, 20), 20, 20],
  ])("%s", (_, so, after, due) => {
    expect(breakDue(so, after)).toBe(due);
  });

  it("again ten minutes after it was put off, at the next decision", () => {
    const putOff = { ...(stretch(...steadily(20)) as Stretch), quietUntil: 30 * MINUTE };
    const later = (minutes: number[]) =>
      minutes.reduce((so, minute) => decidedAt(so, minute * MINUTE), putOff);
    expect(breakDue(later([24, 28]), 20)).toBe(null);
    expect(breakDue(later([24, 28, 30]), 20)).toBe(30);
  });
});
