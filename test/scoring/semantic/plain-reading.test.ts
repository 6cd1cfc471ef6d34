import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { plainReading } from "../../../server/scoring/semantic/plain-reading.ts";

test.each([
  ["What a LOVELY day, isn't it?", "what a lovely day, isn't it?"],
  ["you f*cking 1diot", "you fucking idiot"],
  ["st\u200bup\u00adid", "stupid"],
  ["s.t.u.p.i.d people", "stupid people"],
  ["see https://example.com/a?b=1 for 1984", "see link for 1984"],
  ["Scunthorpe United won 3-1!!!", "scunthorpe united won 3-1!!!"],
  ["   ", ""],
])("%j is read as %j", (text, plain) => {
  expect(plainReading(text)).toEqual({ plain, namesGroup: false });
});

test.each([
  ["My gay son got married", "my local son got married"],
  ["Muslims are welcome here", "locals are welcome here"],
  ["Two WOMEN spoke", "two locals spoke"],
])("%j names a group, which the encoder does not see: %j", (text, plain) => {
  expect(plainReading(text)).toEqual({ plain, namesGroup: true });
});

test("reading never throws, and ends within 1,500 letters", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 4_000, size: "max" }), (text) => {
      expect(plainReading(text).plain.length).toBeLessThan(30_000);
    }),
    { numRuns: 200 },
  );
});
