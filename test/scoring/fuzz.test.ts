import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "@jest/globals";
import { normalise } from "../../server/scoring/local/normalise.ts";
import { packageRoot } from "../../server/scoring/local/package-root.ts";
import { complaint, LONGEST, row, strangeStrings } from "../support/strange-strings.ts";

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
  // `npm run bench -- --only scorer` does the same with 100,000.
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
  (given ? test : test.skip)("answers the lists of hostile strings", () => {
    const naughty = JSON.parse(readFileSync(join(folder, "blns.json"), "utf8")) as string[];
    const payloads = gunzipSync(readFileSync(join(folder, "xss-payloads.txt.gz")))
      .toString("utf8")
      .split("\n");
    const all = [...naughty, ...payloads];
    expect(expectCalm(all)).toBe(all.length);
    expectCalm(
      all
        .map((text) => `${text} `.repeat(Math.ceil(LONGEST / (text.length + 1))).slice(0, LONGEST))
        .slice(0, 600),
    );
  });
});
