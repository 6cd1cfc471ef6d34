import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { checkRule } from "../../server/rules/check-rule.ts";
import { type Comparison, type Condition, RuleDefinition } from "../../server/rules/definition.ts";
import { holds, outcome } from "../../server/rules/evaluate.ts";
import { mayBeUnknown } from "../../server/rules/fact-registry.ts";
import type { Facts, FactValue } from "../../server/rules/rule.ts";

const SCORES = [0, 0.3, 0.5, 0.6, 0.85, 1];
const COUNTS = [0, 1, 2, 5];
const VALUES: Record<string, fc.Arbitrary<FactValue>> = {
  INSULT: fc.constantFrom(...SCORES),
  links: fc.constantFrom(...COUNTS),
  capitals: fc.constantFrom(...SCORES),
  language: fc.constantFrom("de", "en", "fr"),
  "article.section": fc.constantFrom("high", "medium", "Sport"),
  "links.domains": fc.subarray(["a.example", "b.example"]),
  "reader.trusted": fc.boolean(),
};

/** A comment's facts; what may be unknown sometimes is. */
const facts: fc.Arbitrary<Facts> = fc.record(
  Object.fromEntries(
    Object.entries(VALUES).map(([name, value]) => {
      const known = value.map((one): { value: FactValue } | undefined => ({ value: one }));
      return [name, mayBeUnknown(name) ? fc.option(known, { nil: undefined, freq: 4 }) : known];
    }),
  ),
);

const ordered = fc.constantFrom(">=" as const, ">" as const, "<=" as const, "<" as const);
const comparison: fc.Arbitrary<Comparison> = fc.oneof(
  fc.record({
    fact: fc.constant("INSULT"),
    op: ordered,
    value: fc.constantFrom<number | string>(...SCORES, "medium", "high", "very-high"),
  }),
  fc.record({ fact: fc.constant("links"), op: ordered, value: fc.constantFrom(...COUNTS) }),
  fc.record({ fact: fc.constant("links"), op: fc.constant("=" as const), value: fc.constantFrom(...COUNTS) }),
  fc.record({ fact: fc.constant("capitals"), op: ordered, value: fc.constantFrom(...SCORES) }),
  fc.record({
    fact: fc.constant("language"),
    op: fc.constant("in" as const),
    value: fc.subarray(["de", "en", "fr"], { minLength: 1 }),
  }),
  fc.record({
    fact: fc.constant("article.section"),
    op: fc.constant("=" as const),
    value: fc.constantFrom("high", "medium", "Sport"),
  }),
  fc.record({
    fact: fc.constant("links.domains"),
    op: fc.constant("in" as const),
    value: fc.subarray(["a.example", "b.example"], { minLength: 1 }),
  }),
  fc.record({ fact: fc.constant("reader.trusted"), op: fc.constant("=" as const), value: fc.boolean() }),
);
const condition: fc.Arbitrary<Condition> = fc.letrec<{ c: Condition }>((tie) => ({
  c: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    { arbitrary: comparison, weight: 3 },
    { arbitrary: fc.record({ all: fc.array(tie("c"), { minLength: 1, maxLength: 3 }) }), weight: 3 },
    { arbitrary: fc.record({ any: fc.array(tie("c"), { minLength: 1, maxLength: 3 }) }), weight: 1 },
    { arbitrary: fc.record({ not: tie("c") }), weight: 1 },
  ),
})).c;

const ACTIONS = ["approve", "hold", "reject"] as const;
const definition = (when: fc.Arbitrary<Condition>): fc.Arbitrary<RuleDefinition> =>
  fc
    .record({
      when,
      unless: fc.option(condition, { freq: 3 }),
      then: fc.constantFrom(...ACTIONS),
      whenUnknown: fc.constantFrom(...ACTIONS, "skip" as const),
    })
    .map((said) => RuleDefinition.parse({ name: "Rule", reason: "Because.", ...said }));

const RUNS = { numRuns: 600 };
const ID = "00000000-0000-4000-8000-000000000000";
const does = (rule: RuleDefinition, seen: Facts) => outcome({ ...rule, id: ID, version: 1 }, seen);

test("what is said never to be true is true of no comment, and what is said to do nothing does nothing", () => {
  const met = { never: 0, always: 0 };
  fc.assert(
    fc.property(
      definition(condition),
      fc.array(facts, { minLength: 12, maxLength: 12 }),
      (rule, comments) => {
        for (const { code, path, message } of checkRule(rule, [])) {
          if (code === "never-true") met.never++;
          if (code === "always-true") met.always++;
          for (const seen of comments) {
            if (code === "never-true" && path === "when") expect(holds(rule.when, seen)).not.toBe(true);
            if (code === "never-true" && message.endsWith("does nothing."))
              expect(does(rule, seen)).toBeNull();
            if (code === "always-true") expect(holds(rule.when, seen)).not.toBe(false);
            if (message === "This is true of every comment.") expect(holds(rule.when, seen)).toBe(true);
          }
        }
      },
    ),
    RUNS,
  );
  expect(Math.min(met.never, met.always)).toBeGreaterThan(5);
});

test("a rule said to be shadowed never does more than the one that shadows it", () => {
  const RESTRICTION = { nothing: -1, tag: -1, approve: 0, hold: 1, reject: 2 };
  const parts = fc.array(comparison, { minLength: 1, maxLength: 4 });
  let shadowed = 0;
  fc.assert(
    fc.property(
      // Some of the narrow one's conditions, so that one often covers the other.
      parts.chain((all) =>
        fc.tuple(fc.constant(all), fc.subarray(all, { minLength: 1 }), fc.option(comparison, { freq: 4 })),
      ),
      definition(comparison),
      definition(comparison),
      fc.array(facts, { minLength: 12, maxLength: 12 }),
      ([inner, some, more], one, other, comments) => {
        const narrow = { ...one, when: { all: inner } };
        const wide = { ...other, when: { all: more ? [...some, more] : some } };
        const problems = checkRule(narrow, [{ id: ID, mode: "live", definition: wide }]);
        if (!problems.some(({ code }) => code === "shadowed-by")) return;
        shadowed++;
        for (const seen of comments)
          expect(RESTRICTION[does(wide, seen) ?? "nothing"]).toBeGreaterThanOrEqual(
            RESTRICTION[does(narrow, seen) ?? "nothing"],
          );
      },
    ),
    RUNS,
  );
  expect(shadowed).toBeGreaterThan(5);
});
