import { expect, test } from "@jest/globals";
import { ASKED, fadingCount, isUnsure, paceOf, UNDER_WAY } from "../../../server/scoring/semantic/pace.ts";

test.each([
  ["a quiet site", 0, 1, "all"],
  ["a few waiting", 4, 4, "unsure"],
  ["a long queue", 8, 4, "none"],
  ["many in a second, one at a time", 0, 10, "unsure"],
  ["a rush", 0, 50, "none"],
])("comments under way, %s: %s", (_, waiting, lately, pace) => {
  expect(paceOf(waiting as number, lately as number, UNDER_WAY)).toBe(pace);
});

test.each([
  [0, "all"],
  [31, "all"],
  [32, "unsure"],
  [96, "none"],
])("for who asks and waits, only the queue counts: %i waiting, %s", (waiting, pace) => {
  expect(paceOf(waiting, 10_000, ASKED)).toBe(pace);
});

test("tier 1 is unsure between clearly harmless and clearly toxic", () => {
  expect([0.01, 0.05, 0.5, 0.9, 0.95].map(isUnsure)).toEqual([false, true, true, true, false]);
});

test("a count of the last second settles at the rate, and fades", () => {
  let time = 0;
  const count = fadingCount(() => time);
  let last = 0;
  for (let i = 0; i < 500; i++) {
    time += 20;
    last = count.add();
  }
  expect(last).toBeGreaterThan(48);
  expect(last).toBeLessThan(52);
  time += 10_000;
  expect(count.add()).toBeLessThan(1.01);
});
