import { describe, expect, test } from "@jest/globals";
import { checkRule, type OtherRule } from "../../server/rules/check-rule.ts";
import { type Condition, RuleDefinition } from "../../server/rules/definition.ts";

const rule = (over: object): RuleDefinition =>
  RuleDefinition.parse({
    name: "Mine",
    when: { fact: "links", op: ">", value: 3 },
    then: "hold",
    reason: "Because.",
    ...over,
  });
const codes = (over: object, ...others: object[]): string[] =>
  checkRule(
    rule(over),
    others.map((other, i) => ({
      id: `00000000-0000-4000-8000-00000000000${i}`,
      mode: "live" as const,
      definition: rule({ name: `Other ${i}`, ...other }),
    })),
  ).map(({ code, path }) => (path ? `${code} at ${path}` : code));

const all = (...parts: Condition[]): Condition => ({ all: parts });
const insult = (op: string, value: unknown) => ({ fact: "INSULT", op, value }) as Condition;

describe("what is wrong with a rule is told with its place", () => {
  test.each<[string, object, string[]]>([
    ["nothing", {}, []],
    ["a fact nobody knows", { when: { fact: "insult", op: ">", value: 0.5 } }, ["unknown-fact at when"]],
    [
      "a scorer's own score is known",
      { when: { fact: "perspective.TOXICITY", op: ">=", value: "high" } },
      [],
    ],
    [
      "an unknown reader's fact is no score",
      { when: { fact: "reader.TOXICITY", op: ">=", value: 0.5 } },
      ["unknown-fact at when"],
    ],
    ["an operator that does not fit", { when: all(insult("=", 0.5)) }, ["wrong-operator at when.all.0"]],
    ["a band there is not", { when: insult(">=", "severe") }, ["wrong-value at when"]],
    ["a band of an object's own names", { when: insult(">=", "constructor") }, ["wrong-value at when"]],
    [
      "a domain as no link has it",
      { when: { fact: "links.domains", op: "in", value: ["shop.example", "www.Shop.example"] } },
      ["wrong-value at when"],
    ],
    [
      "a domain with letters of its language",
      { when: { fact: "links.domains", op: "in", value: ["xn--mller-kva.example"] } },
      [],
    ],
    [
      "a language by its name",
      { when: { fact: "language", op: "in", value: ["German"] } },
      ["wrong-value at when"],
    ],
    [
      "a pattern that repeats without measure",
      { when: { fact: "text", op: "matches", value: "((\\w\\W?){1,40}){1,20}z" } },
      ["bad-pattern at when"],
    ],
    [
      "a number for a yes or no",
      { unless: { not: { fact: "reader.trusted", op: "=", value: 1 } } },
      ["wrong-value at unless.not"],
    ],
    [
      "words that are no list",
      { when: { fact: "text", op: "uses", value: "idiot" } },
      ["wrong-value at when"],
    ],
    [
      "a pattern that cannot be read",
      { when: { any: [{ fact: "text", op: "matches", value: "(a" }] } },
      ["bad-pattern at when.any.0"],
    ],
    [
      "back-references, which RE2 has not",
      { when: { fact: "text", op: "matches", value: "(a)\\1" } },
      ["bad-pattern at when"],
    ],
    [
      "deeper than four",
      { when: { not: { not: { not: { not: insult(">", 0.5) } } } } },
      ["too-deep at when"],
    ],
    ["tags nothing with nothing", { then: "tag" }, ["no-tags at tags"]],
    ["more than a score can be", { when: insult(">", 1) }, ["never-true at when"]],
    ["between bounds that cross", { when: all(insult(">=", 0.8), insult("<", 0.8)) }, ["never-true at when"]],
    [
      "crossing one level down",
      { when: all(insult("<", "medium"), all(insult(">", "high"))) },
      ["never-true at when"],
    ],
    ["at one point is possible", { when: all(insult(">=", 0.8), insult("<=", 0.8)) }, []],
    [
      "two languages at once",
      { when: all({ fact: "language", op: "=", value: "de" }, { fact: "language", op: "=", value: "en" }) },
      ["never-true at when"],
    ],
    ["true of every comment", { when: { fact: "links", op: ">=", value: 0 } }, ["always-true at when"]],
    ["exempt always", { unless: { fact: "length", op: "<=", value: 5000 } }, ["never-true at unless"]],
    ["not never is always", { when: { not: insult(">", 1) } }, ["always-true at when"]],
  ])("%s", (_, over, expected) => {
    expect(codes(over)).toEqual(expected);
  });
});

describe("what a rule is beside others", () => {
  test.each<[string, object, object, string[]]>([
    ["another says the same", {}, {}, ["duplicates"]],
    ["a lower limit holds it already", {}, { when: { fact: "links", op: ">", value: 1 } }, ["shadowed-by"]],
    ["a higher one does not", {}, { when: { fact: "links", op: ">", value: 5 } }, []],
    [
      "the wider one only holds, this rejects",
      { then: "reject" },
      { when: { fact: "links", op: ">", value: 1 } },
      [],
    ],
    [
      "the wider one exempts some",
      {},
      {
        when: { fact: "links", op: ">", value: 1 },
        unless: { fact: "reader.trusted", op: "=", value: true },
      },
      [],
    ],
    [
      "more conditions are narrower",
      { when: all(insult(">=", 0.9), { fact: "links", op: ">", value: 0 }) },
      { when: insult(">=", "very-high") },
      ["shadowed-by"],
    ],
    [
      "the wider one stands in one section only",
      {},
      { when: { fact: "links", op: ">", value: 1 }, scope: { sections: ["Sport"] } },
      [],
    ],
    [
      "one that tags otherwise is no duplicate",
      { then: "tag", tags: ["a"] },
      { then: "tag", tags: ["b"] },
      [],
    ],
    [
      "nor is one that does otherwise when unknown",
      { when: insult(">", 0.5), whenUnknown: "reject" },
      { when: insult(">", 0.5) },
      [],
    ],
    [
      "the wider one skips what it does not know, this one holds it",
      { when: insult(">=", 0.9) },
      { when: insult(">=", 0.8), whenUnknown: "skip" },
      [],
    ],
    [
      "the wider one has its reason told later",
      { priority: 5 },
      { when: { fact: "links", op: ">", value: 1 } },
      [],
    ],
    ["this one tags besides", { tags: ["many"] }, { when: { fact: "links", op: ">", value: 1 } }, []],
    [
      "a list within a list",
      { when: { fact: "language", op: "in", value: ["de"] } },
      { when: { fact: "language", op: "in", value: ["de", "fr"] } },
      ["shadowed-by"],
    ],
  ])("%s", (_, mine, other, expected) => {
    expect(codes(mine, other)).toEqual(expected);
  });
});

test("a rule that is not live shadows none", () => {
  const wide = rule({ name: "Wide", when: { fact: "links", op: ">", value: 1 } });
  const beside = (mode: OtherRule["mode"]) =>
    checkRule(rule({}), [{ id: "00000000-0000-4000-8000-000000000000", mode, definition: wide }]);
  expect(beside("live")).toMatchObject([{ code: "shadowed-by" }]);
  for (const mode of ["off", "shadow", "canary"] as const) expect(beside(mode)).toEqual([]);
});

test("what can never be true is not said to do nothing where it acts on what is unknown", () => {
  const message = (over: object) => checkRule(rule(over), [])[0]?.message;
  expect(message({ when: insult(">", 1) })).toBe(
    "This can never be true, so the rule acts only where something it asks about is unknown.",
  );
  expect(message({ when: insult(">", 1), whenUnknown: "skip" })).toBe(
    "This can never be true, so the rule does nothing.",
  );
});
