import { numbers } from "../../server/demo/numbers.ts";
import { RuleDefinition } from "../../server/rules/definition.ts";
import { factsOf } from "../../server/rules/facts.ts";
import { judgeByRules, type RuleInForce } from "../../server/rules/in-force.ts";
import type { Comparison, Condition, Facts } from "../../server/rules/rule.ts";
import { OTHERWISE } from "../../server/rules/site-rules.ts";
import { scoreText } from "../../server/scoring/local/local.ts";
import { contrastExamples } from "../../server/scoring/local/train/contrast.ts";
import { ATTRIBUTES } from "../../server/scoring/scorer.ts";
import { costs, ROUNDS } from "./costs.ts";
import { percentile } from "./measure.ts";
import { goalLines } from "./report.ts";

const RULES = 1_000;
const TEXTS = 200;
const LONG = 5_000;
/** Patterns that take engines which go back exponential time. */
const HARD = ["(a+)+$", "(\\w+\\s?)*!{9}", "(x|xx|xxx)*y", "([a-z]+)*\\d{3}", "(.*a){12}"];
const next = numbers(11);
const among = <T>(all: readonly T[]): T => all[Math.floor(next() * all.length)] as T;

/** Of a hundred rules sixty compare scores and readers, twenty-five look for words of their own, ten for a pattern of their own, and five for a hard one. */
function conditionOf(i: number, words: readonly string[]): Condition {
  const kind = i % 100;
  const score: Comparison = { fact: among(ATTRIBUTES), op: ">=", value: Math.round(60 + next() * 39) / 100 };
  const reader: Comparison = { fact: "reader.approved", op: "<", value: Math.floor(next() * 20) };
  if (kind < 60) return { any: [{ all: [score, reader] }, { fact: "links", op: ">", value: 5 + (i % 9) }] };
  if (kind < 85) {
    const value = Array.from({ length: 12 }, () => `${among(words)}${Math.floor(next() * 90)}`);
    return { all: [{ fact: "text", op: "uses", value }, reader] };
  }
  const value = kind < 95 ? `\\b${among(words)}(s|ed|ing)?\\s+${among(words)}\\b` : among(HARD);
  return { all: [{ fact: "text", op: "matches", value }, reader] };
}

/** What a thousand rules of one site take with one comment, the comment's words and scores being there. */
export function benchRules(): void {
  const sentences = contrastExamples(1).train.map(({ text }) => text);
  const texts = Array.from({ length: TEXTS }, (_, i) => sentences.slice(i, i + 1 + (i % 4)).join(" "));
  const words = [...new Set(sentences.join(" ").match(/[a-z]{4,}/g) ?? [])];
  const own = Array.from({ length: RULES }, (_, i): RuleInForce => {
    const definition = RuleDefinition.parse({
      name: `Rule ${i}`,
      when: conditionOf(i, words),
      then: "hold",
      reason: "It asks for a look.",
    });
    return {
      id: `00000000-0000-7000-8000-${String(i).padStart(12, "0")}`,
      version: 1,
      mode: i % 4 === 0 ? "shadow" : "live",
      canaryPercent: 0,
      tripped: null,
      definition,
    } as RuleInForce;
  });
  const facts = new Map<string, Facts>();
  const now = new Date();
  const factsFor = (text: string): Facts => {
    const { scores } = scoreText(text);
    const scored = { scorer: "replydesk", scores, model: "", version: "", spans: [] };
    const reader = { approved: 12, held: 0, rejected: 0, createdAt: now, muted: false, trusted: false };
    const rest = { revision: 1, article: null, moderation: "post", heldByPerson: false } as const;
    return factsOf(
      { ...rest, text, language: "en", scorings: [scored], reader, bannedWords: [], words: null, depth: 0 },
      now,
    );
  };
  const long = texts.join(" ").slice(0, LONG);
  for (const text of [...texts, long]) facts.set(text, factsFor(text));
  const judge = (text: string) =>
    judgeByRules([], own, { id: "a", facts: facts.get(text) as Facts }, OTHERWISE);
  const each = costs(judge, texts);
  const most = Math.min(...costs(judge, Array<string>(10).fill(long))) / 1e3;
  const [typical, p99] = [percentile(each, 0.5) / 1e3, percentile(each, 0.99) / 1e3];
  console.log(
    `\n${RULES} rules on ${TEXTS} texts of our own, the least of ${ROUNDS} rounds: typical ${typical.toFixed(2)} ms, p99 ${p99.toFixed(2)} ms, 5,000 characters ${most.toFixed(2)} ms\n`,
  );
  console.log(
    goalLines([
      { what: "1,000 rules, a typical comment, ms", reached: typical, goal: 5 },
      { what: "1,000 rules, 5,000 characters, ms", reached: most, goal: 5 },
    ]),
  );
}
