import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { normalise } from "../../server/scoring/local/normalise.ts";
import { packageRoot } from "../../server/scoring/local/package-root.ts";
import {
  complaint,
  hostileStrings,
  LONGEST,
  repeated,
  row,
  strangeStrings,
} from "../support/strange-strings.ts";

function expectCalm(texts: Iterable<string>): number {
  let count = 0;
  for (const text of texts) {
    const wrong = complaint(text);
    if (wrong !== null) throw new Error(`${wrong}: ${JSON.stringify(text.slice(0, 200))}`);
    count++;
  }
  return count;
}

describe("the local scorer", () => {
  // `npm run bench -- --only fuzz` does the same with 100,000, and with every hostile string repeated.
  test("answers strings of every plane and kind, calmly and in linear work", () => {
    expect(expectCalm(strangeStrings(5_000))).toBe(5_000);
  });

  test("takes work in proportion to length, up to its limit", () => {
    for (let i = 0; i < 40; i++) {
      const text = row(LONGEST);
      const tenth = normalise(text.slice(0, LONGEST / 10)).steps;
      expect(normalise(text).steps).toBeLessThanOrEqual(tenth * 15 + 2_000);
    }
  });

  const folder = join(packageRoot(), "../shared/data/hostile");
  const given = existsSync(folder);
  if (!given) console.info("Skipped: the lists of hostile strings are not at ../shared/data/hostile.");
  (given ? test : test.skip)(
    "answers the lists of hostile strings, and of each tenth a row as long as it reads",
    () => {
      const hostile = hostileStrings(folder);
      expect(expectCalm(hostile)).toBe(hostile.length);
      expectCalm(hostile.filter((_, i) => i % 10 === 0).map(repeated));
    },
  );
});
