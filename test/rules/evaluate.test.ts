import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { evaluate, holds } from "../../server/rules/evaluate.ts";
import type { Condition, Facts, Rule, RuleAction } from "../../server/rules/rule.ts";

const T: Condition = { fact: "yes", op: "=", value: true };
const F: Condition = { fact: "no", op: "=", value: true };
const U: Condition = { fact: "unknown", op: "=", value: true };
const FACTS: Facts = {
  yes: { value: true },
  no: { value: false },
  score: { value: 0.8 },
  section: { value: "sport" },
};

const rule = (over: Partial<Rule>): Rule => ({
  id: "r",
  name: "A rule",
  version: 1,
  when: T,
  then: "hold",
  reason: "because",
  whenUnknown: "skip",
  ...over,
});
const judge = (...rules: Partial<Rule>[]) =>
  evaluate(
    rules.map((over, i) => rule({ id: `r${i}`, ...over })),
    FACTS,
    "approve",
  );

describe("a condition is true, false or unknown", () => {
  test.each<[string, Condition, boolean | null]>([
    ["T", T, true],
    ["F", F, false],
    ["U", U, null],
    ["not T", { not: T }, false],
    ["not F", { not: F }, true],
    ["not U", { not: U }, null],
    ["all of T T", { all: [T, T] }, true],
    ["all of T U", { all: [T, U] }, null],
    ["all of U F", { all: [U, F] }, false],
    ["all of nothing", { all: [] }, true],
    ["any of F F", { any: [F, F] }, false],
    ["any of F U", { any: [F, U] }, null],
    ["any of U T", { any: [U, T] }, true],
    ["any of nothing", { any: [] }, false],
    ["not any of (U, all of (T, not F))", { not: { any: [U, { all: [T, { not: F }] }] } }, false],
  ])("%s", (_, condition, value) => {
    expect(holds(condition, FACTS)).toBe(value);
  });

  test.each<[string, number | string | boolean, boolean | null]>([
    [">=", 0.8, true],
    [">=", 0.81, false],
    [">", 0.8, false],
    ["<=", 0.8, true],
    ["<", 0.8, false],
    ["=", 0.8, true],
    [">=", "0.8", null],
    ["=", true, null],
  ])("a score of 0.8 is %s %j: %s", (op, value, expected) => {
    expect(holds({ fact: "score", op: op as ">=", value }, FACTS)).toBe(expected);
  });

  test("words are compared as words", () => {
    expect(holds({ fact: "section", op: "=", value: "sport" }, FACTS)).toBe(true);
    expect(holds({ fact: "section", op: "=", value: "Sport" }, FACTS)).toBe(false);
  });

  const condition: fc.Arbitrary<Condition> = fc.letrec<{ c: Condition }>((tie) => ({
    c: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom(T, F, U),
      fc.record({ not: tie("c") }),
      fc.record({ all: fc.array(tie("c"), { maxLength: 3 }) }),
      fc.record({ any: fc.array(tie("c"), { maxLength: 3 }) }),
    ),
  })).c;

  test("what is unknown never decides: with it known either way, a known answer stays", () => {
    fc.assert(
      fc.property(condition, (c) => {
        const value = holds(c, FACTS);
        const known = [true, false].map((unknown) => holds(c, { ...FACTS, unknown: { value: unknown } }));
        expect(known).not.toContain(null);
        if (value !== null) expect(known).toEqual([value, value]);
      }),
      { numRuns: 500 },
    );
  });
});

describe("of all rules", () => {
  test("none that matches leaves the default", () => {
    expect(judge({ when: F }, { when: F, then: "reject" })).toEqual({
      action: "approve",
      reason: null,
      matches: [],
    });
  });

  test("the most restrictive match wins, wherever it stands, and every match is kept", () => {
    const orders: RuleAction[][] = [
      ["approve", "hold", "reject"],
      ["reject", "hold", "approve"],
      ["hold", "reject", "approve"],
    ];
    for (const order of orders) {
      const { action, reason, matches } = judge(...order.map((then) => ({ then, reason: `to ${then}` })));
      expect([action, reason]).toEqual(["reject", "to reject"]);
      expect(matches.map((match) => match.action)).toEqual(order);
    }
    expect(judge({ then: "approve" }, { then: "hold" }).action).toBe("hold");
    expect(judge({ then: "approve" }).action).toBe("approve");
  });

  test("the first of two equally strict gives the reason", () => {
    expect(judge({ reason: "first" }, { reason: "second" }).reason).toBe("first");
  });

  test("an exemption that holds takes its rule out, and only its own", () => {
    expect(judge({ unless: T, then: "reject" }, { then: "hold" }).matches.map(({ rule: id }) => id)).toEqual([
      "r1",
    ]);
    expect(judge({ unless: F }).action).toBe("hold");
  });

  test.each<[string, Condition, Condition | undefined, RuleAction | null]>([
    ["a condition that is unknown", U, undefined, "reject"],
    ["an exemption that is unknown", T, U, "reject"],
    ["both unknown", U, U, "reject"],
    ["an unknown condition with an exemption that holds", U, T, null],
    ["a false condition with an unknown exemption", F, U, null],
  ])("%s does what the rule says of unknown facts", (_, when, unless, expected) => {
    const known: Partial<Rule> = { when, unless, then: "approve" };
    expect(judge({ ...known, whenUnknown: "reject" }).matches.map(({ action }) => action)).toEqual(
      expected ? [expected] : [],
    );
    expect(judge({ ...known, whenUnknown: "skip" }).matches).toEqual([]);
  });

  test("a match shows every comparison with what it saw, unknown ones too", () => {
    const when: Condition = { all: [{ fact: "score", op: ">=", value: 0.5 }, { any: [U, { not: F }] }] };
    const [match] = evaluate(
      [rule({ when })],
      { ...FACTS, score: { value: 0.8, marks: [{ start: 1, end: 4 }] } },
      "approve",
    ).matches;
    expect(match?.conditions).toEqual([
      { fact: "score", op: ">=", value: 0.5, seen: 0.8, met: true, marks: [{ start: 1, end: 4 }] },
      { fact: "unknown", op: "=", value: true, seen: null, met: null },
      { fact: "no", op: "=", value: true, seen: false, met: false },
    ]);
  });

  test("what acts because something is unknown says so, and puts no marks", () => {
    const [sure, unsure] = judge(
      { tags: ["mark"], whenUnknown: "hold" },
      { when: U, tags: ["mark"], whenUnknown: "hold" },
    ).matches;
    expect(sure).toMatchObject({ action: "hold", tags: ["mark"] });
    expect(sure).not.toHaveProperty("unknown");
    expect(unsure).toMatchObject({ action: "hold", unknown: true });
    expect(unsure).not.toHaveProperty("tags");
  });

  test("a match keeps of a long list what was met, and not every place of a text", () => {
    const words = Array.from({ length: 500 }, (_, i) => `filler${String.fromCharCode(97 + (i % 26))}${i}`);
    const text = "spam ".repeat(900);
    const [match] = evaluate(
      [rule({ when: { fact: "text", op: "uses", value: [...words, "spam"] } })],
      { text: { value: text } },
      "approve",
    ).matches;
    expect(match?.conditions).toMatchObject([{ value: ["spam"], seen: 900, met: true }]);
    expect(match?.conditions[0]?.marks).toHaveLength(50);
  });

  test("a pattern that can no longer be read is unknown, and holds nobody up", () => {
    const facts: Facts = { text: { value: "abc" } };
    expect(holds({ fact: "text", op: "matches", value: "(" }, facts)).toBeNull();
    expect(holds({ fact: "text", op: "matches", value: "B" }, facts)).toBe(true);
  });

  test("adding a rule never makes the outcome milder", () => {
    const strict = { approve: 0, hold: 1, reject: 2 } as const;
    const rules = fc.array(
      fc.record({
        when: fc.constantFrom(T, F, U),
        then: fc.constantFrom<RuleAction>("hold", "reject"),
        whenUnknown: fc.constantFrom("skip" as const, "hold" as const),
      }),
      { maxLength: 5 },
    );
    fc.assert(
      fc.property(rules, (some) => {
        for (let n = 1; n <= some.length; n++) {
          expect(strict[judge(...some.slice(0, n)).action]).toBeGreaterThanOrEqual(
            strict[judge(...some.slice(0, n - 1)).action],
          );
        }
      }),
    );
  });
});
