import i18next, { t } from "i18next";
import type { Comparison, Condition, RuleDefinition } from "../../server/rules/definition.ts";
import { askedFor, factKey, isScore, limitIn, scoreName } from "../comment/conditions.ts";
import { languageName } from "../language/format.ts";
import { language } from "../language/language.ts";
import { factLabel } from "./facts.ts";
import { WORDS } from "./list-names.ts";
import { en } from "./words.en.ts";

/** Stands around each condition of a sentence, invisible and in no language, so that conditions can be set apart. */
const MARK = "\u2063";

/** What a rule does, as a sentence: "Hold when insult is high or more and the reader has fewer than 3 approved comments." */
export const sentenceOf = (rule: Spoken): string => marked(rule).replaceAll(MARK, "");

/** The same in parts; every second is a condition. */
export const sentenceParts = (rule: Spoken): string[] => marked(rule).split(MARK);

type Spoken = Pick<RuleDefinition, "then" | "tags" | "when" | "unless" | "scope">;

function marked({ then, tags, when, unless, scope }: Spoken): string {
  const filled = {
    when: said(when),
    unless: unless ? said(unless) : "",
    tags: listed(tags.length > 0 ? tags : ["…"], "conjunction"),
  };
  const sentence = t(`rules.sentence.${then}.${unless ? "unless" : "plain"}`, filled);
  return scope.sections
    ? t("rules.sentence.inSections", { sections: listed(scope.sections, "disjunction"), sentence })
    : sentence;
}

function said(condition: Condition, nested = false): string {
  if ("not" in condition) return t("rules.say.not", { what: said(condition.not, true) });
  if ("fact" in condition) return MARK + clause(condition) + MARK;
  const [parts, type] =
    "all" in condition
      ? ([condition.all, "conjunction"] as const)
      : ([condition.any, "disjunction"] as const);
  const words = listed(
    parts.map((part) => said(part, true)),
    type,
  );
  return nested && parts.length > 1 ? `(${words})` : words;
}

/** A condition as a part of a sentence: "the reader has fewer than 3 approved comments". */
export function clause({ fact, op, value }: Comparison): string {
  if (isScore(fact)) return scored(fact, op, value);
  if (fact === "text") return ofText(op, value);
  const key = factKey(fact);
  if (typeof value === "boolean" && isIn(en.say.yes, key))
    return value ? t(`rules.say.yes.${key}`) : t(`rules.say.no.${key}`);
  if (typeof value === "number" && isCount(key))
    return t(`rules.say.count.${key}`, {
      count: Math.abs(value),
      amount: askedFor(op, limitIn(fact, value), fact),
    });
  if (isIn(en.say.among, key)) return t(`rules.say.among.${key}`, { which: which(fact, value) });
  return t("rules.say.other", { fact: factLabel(fact), asked: askedFor(op, limitIn(fact, value), fact) });
}

const isIn = <Words extends object>(words: Words, key: string): key is Extract<keyof Words, string> =>
  Object.hasOwn(words, key);

type Count = Extract<keyof typeof en.say.count, `${string}_other`> extends `${infer Key}_other` ? Key : never;
const isCount = (key: string): key is Count => isIn(en.say.count, `${key}_other`);

function scored(fact: string, op: Comparison["op"], value: Comparison["value"]): string {
  const name = scoreName(fact);
  // German nouns keep their capital.
  const filled = { name: language() === "en" ? name.toLowerCase() : name, level: limitIn(fact, value) };
  if (op === ">=") return t(value === "very-high" ? "rules.say.score.is" : "rules.say.score.atLeast", filled);
  if (op === "<") return t("rules.say.score.below", filled);
  return op === ">" ? t("rules.say.score.above", filled) : t("rules.say.score.atMost", filled);
}

function ofText(op: Comparison["op"], value: Comparison["value"]): string {
  if (op === "matches") return t("rules.say.matches", { pattern: String(value) });
  const words = Array.isArray(value) ? value : [String(value)];
  return t("rules.say.uses", { words: few(words.map((word) => t("rules.say.quoted", { word }))) });
}

function which(fact: string, value: Comparison["value"]): string {
  const values = Array.isArray(value) ? value : [String(value)];
  if (fact === "moderation")
    return few(values.map((one) => (one === "pre" ? t("rules.moderation.pre") : t("rules.moderation.post"))));
  if (fact === WORDS) return few(values.map((word) => t("rules.say.quoted", { word })));
  return few(fact === "language" ? values.map(languageName) : values);
}

/** Named in a sentence; of a longer list the rest is counted. */
const NAMED = 4;

function few(values: string[]): string {
  if (values.length <= NAMED) return listed(values, "disjunction");
  const rest = t("rules.say.more", { count: values.length - NAMED + 1 });
  return listed([...values.slice(0, NAMED - 1), rest], "disjunction");
}

const listed = (values: readonly string[], type: "conjunction" | "disjunction"): string =>
  new Intl.ListFormat(i18next.language, { type }).format(values);
