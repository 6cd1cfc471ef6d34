import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import i18next from "i18next";
import { bringWords } from "../../admin/language/bring-words.ts";
import { startLanguage } from "../../admin/language/language.ts";
import { definitionOf, draftOf, placesOf } from "../../admin/rules/draft.ts";
import { blankRule, PRESET_IDS, presetRule } from "../../admin/rules/presets.ts";
import { clause, sentenceOf } from "../../admin/rules/sentence.ts";
import { en } from "../../admin/rules/words.en.ts";
import { checkRule } from "../../server/rules/check-rule.ts";
import type { Condition } from "../../server/rules/definition.ts";
import { holds } from "../../server/rules/evaluate.ts";
import { FACTS } from "../../server/rules/fact-registry.ts";

beforeAll(async () => {
  await startLanguage("en");
  bringWords("rules", en);
});

const NAMES = ["a", "b", "c"] as const;
const { tree } = fc.letrec<{ tree: Condition }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(...NAMES).map((fact): Condition => ({ fact, op: "=", value: true })),
    fc.array(tie("tree"), { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
    fc.array(tie("tree"), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
    tie("tree").map((not) => ({ not })),
  ),
}));
const world = fc.record({
  a: fc.constantFrom(true, false, null),
  b: fc.constantFrom(true, false, null),
  c: fc.constantFrom(true, false, null),
});

describe("a rule in the editor", () => {
  it("says the same as it did, whatever its conditions and whatever is known", () => {
    fc.assert(
      fc.property(tree, world, (when, seen) => {
        const facts = Object.fromEntries(
          Object.entries(seen).flatMap(([name, value]) => (value === null ? [] : [[name, { value }]])),
        );
        const back = definitionOf(draftOf({ ...blankRule(), when }));
        expect(holds(back.when, facts)).toBe(holds(when, facts));
      }),
    );
  });

  it("stays as it is once it was written by the editor", () => {
    fc.assert(
      fc.property(tree, (when) => {
        const once = definitionOf(draftOf({ ...blankRule(), when }));
        expect(definitionOf(draftOf(once))).toEqual(once);
      }),
    );
  });

  it("shows each problem at the condition that the check points at", () => {
    const wrong = { fact: "nothing", op: "=", value: true } as const;
    const fine = { fact: "links", op: ">=", value: 2 } as const;
    const draft = draftOf({
      ...blankRule(),
      when: { all: [fine, { not: { any: [fine, wrong] } }] },
      unless: { not: wrong },
    });
    const [, none] = draft.when.parts;
    const keys = [none && "parts" in none && none.parts[1]?.key, draft.unless?.parts[0]?.key];
    const found = checkRule(definitionOf(draft), []).map(({ path }) => placesOf(draft).get(path));
    expect(found).toEqual(keys);
  });
});

describe("rules to start from", () => {
  it.each(PRESET_IDS)("%s is sound", (id) => {
    expect(checkRule(presetRule(id), [])).toEqual([]);
  });
});

describe("a rule as a sentence", () => {
  const insults = () => presetRule("insults");
  it("reads as people speak", () => {
    expect(sentenceOf(insults())).toBe(
      "Hold when insult is high or more and the reader has fewer than 3 approved comments, unless the reader is trusted.",
    );
    expect(sentenceOf({ ...presetRule("emoji"), scope: { sections: ["sport"], articles: null } })).toBe(
      "In sport: Mark as emoji when it has at least 15 emoji.",
    );
  });

  it("keeps groups apart", () => {
    const links = { fact: "links", op: ">=", value: 1 } as const;
    const words = { fact: "text", op: "uses", value: ["buy", "cheap"] } as const;
    const when: Condition = {
      all: [links, { any: [{ ...words, value: ["buy", "cheap"] }, { not: links }] }],
    };
    expect(sentenceOf({ ...blankRule(), when })).toBe(
      "Hold when it has at least 1 link and (it uses “buy” or “cheap” or it is not so that it has at least 1 link).",
    );
  });

  it("says each in German with the verb last", async () => {
    await i18next.changeLanguage("de");
    expect(sentenceOf({ ...insults(), tags: [] })).toBe(
      "Halten, wenn Beleidigung mindestens hoch ist und die Person weniger als 3 freigegebene Kommentare hat, außer wenn der Person vertraut wird.",
    );
    await i18next.changeLanguage("en");
  });

  it.each([
    [{ fact: "capitals", op: ">", value: 0.6 }, "more than 60% of its letters are capitals"],
    [{ fact: "perspective.THREAT", op: "<", value: 0.5 }, "threat by perspective is below 0.50"],
    [
      { fact: "links.domains", op: "in", value: ["a.example", "b.example"] },
      "it links to a.example or b.example",
    ],
    [{ fact: "language", op: "=", value: "de" }, "it is in German"],
    [{ fact: "reader.ageHours", op: "<", value: 24 }, "the reader first wrote less than 24 hours ago"],
    [{ fact: "depth", op: "=", value: 1 }, "it stands exactly 1 reply deep"],
  ] as const)("%j", (comparison, words) => {
    const { value } = comparison;
    expect(clause({ ...comparison, value: typeof value === "object" ? [...value] : value })).toBe(words);
  });
});

describe("everything a rule can ask about", () => {
  const names = FACTS.map(({ name }) => name);

  it("is told in docs/rules.md", () => {
    const told = [...readFileSync("docs/rules.md", "utf8").matchAll(/^\| `([\w.]+)`/gm)].map(
      ([, name]) => name,
    );
    expect(told).toEqual(names);
  });
});
