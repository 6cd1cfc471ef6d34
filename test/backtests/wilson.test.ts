import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { keepBest } from "../../server/backtests/keep-best.ts";
import { wilson } from "../../server/backtests/wilson.ts";

describe("Wilson's interval", () => {
  test.each([
    // Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17 (1998), table I.
    { hits: 81, of: 263, low: 0.2553, high: 0.3662 },
    { hits: 15, of: 148, low: 0.0624, high: 0.1605 },
    { hits: 0, of: 20, low: 0, high: 0.1611 },
    { hits: 1, of: 29, low: 0.0061, high: 0.1718 },
  ])("$hits of $of", ({ hits, of, low, high }) => {
    expect(wilson(hits, of)?.low).toBeCloseTo(low, 4);
    expect(wilson(hits, of)?.high).toBeCloseTo(high, 4);
  });

  test("of nothing there is none", () => {
    expect(wilson(0, 0)).toBeNull();
  });

  test("holds the share, and stays between 0 and 1", () => {
    fc.assert(
      fc.property(fc.nat(500), fc.nat(500), (hits, others) => {
        fc.pre(hits + others > 0);
        const { low, high } = wilson(hits, hits + others) as { low: number; high: number };
        const share = hits / (hits + others);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(low).toBeLessThanOrEqual(share);
        expect(high).toBeGreaterThanOrEqual(share);
        expect(high).toBeLessThanOrEqual(1);
      }),
    );
  });
});

test("the best are the same in whatever order they come", () => {
  const items = fc.uniqueArray(fc.record({ id: fc.uuid(), key: fc.nat(20) }), { selector: ({ id }) => id });
  fc.assert(
    fc.property(items, fc.integer({ min: 1, max: 10 }), (all, k) => {
      const bestOf = (some: typeof all): string[] => {
        const best = keepBest<string>(k);
        for (const { id, key } of some) best.offer(key, id, () => id);
        return best.items();
      };
      const sorted = [...all].sort((a, b) => b.key - a.key || (a.id < b.id ? -1 : 1));
      expect(bestOf(all)).toEqual(sorted.slice(0, k).map(({ id }) => id));
      expect(bestOf([...all].reverse())).toEqual(bestOf(all));
    }),
  );
});
