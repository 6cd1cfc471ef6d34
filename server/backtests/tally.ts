import { compare } from "../rules/compare.ts";
import type { Comparison, RuleDefinition } from "../rules/definition.ts";
import { type Met, outcome } from "../rules/evaluate.ts";
import { type RuleInForce, toRule } from "../rules/in-force.ts";
import { because, leavesOf } from "../rules/parts.ts";
import type { Facts, Rule } from "../rules/rule.ts";
import type { SiteSettings } from "../sites/settings.ts";
import { compareWith } from "./against.ts";
import { agreementOf, agrees, count, none } from "./agreement.ts";
import { type BacktestResult, MOST_SEEN } from "./contract.ts";
import { chooseExamples } from "./examples.ts";
import type { PastComment } from "./past.ts";
import { sweepThresholds } from "./thresholds.ts";

export interface Subject {
  /** Of what rule it is a version, saved or not; null: of none yet. */
  ruleId: string | null;
  version: number | null;
  definition: RuleDefinition;
  settings: SiteSettings;
  /** The site's own rules that are not off. */
  own: readonly RuleInForce[];
  seed: number;
  from: Date | null;
  to: Date;
}

export interface Pace {
  seconds: number;
  measured: boolean;
}

const DAY = 86_400_000;

/** Each comparison is made once a comment. */
function remembering(facts: Facts): Met {
  const known = new Map<Comparison, boolean | null>();
  return (comparison) => {
    let met = known.get(comparison);
    if (met === undefined) {
      met = compare(comparison, facts).met;
      known.set(comparison, met);
    }
    return met;
  };
}

/** What a rule does; of a comment that little is known of, `unknown` where it hangs on the rest. */
function judging(rule: Rule, certain: Rule) {
  const possible: Rule = { ...rule, then: "hold", whenUnknown: "hold" };
  return ({ facts, complete }: PastComment, met: Met): Rule["then"] | "unknown" | null => {
    if (complete) return outcome(rule, facts, met);
    const sure = outcome(certain, facts, met);
    return sure ?? (outcome(possible, facts, met) === null ? null : "unknown");
  };
}

/** Counts what a rule would have done, comment by comment, in whatever order they come. Pure. */
export function tallyOf(subject: Subject) {
  const { definition, settings, own, seed, ruleId, version } = subject;
  const rule = toRule({ id: ruleId ?? "draft", version: version ?? 0, definition });
  const certain: Rule = { ...rule, whenUnknown: "skip" };
  const judge = judging(rule, certain);
  const leaves = leavesOf(definition);
  const against = compareWith(settings, own, ruleId);
  const thresholds = sweepThresholds(leaves);
  const examples = chooseExamples(rule, leaves, seed);
  const people = none();
  const parts = new Map(leaves.map(({ path }) => [path, none()]));
  const perDay = new Map<number, number>();
  const byAction = { approve: 0, hold: 0, reject: 0, tag: 0 };
  const automatic = { approved: 0, held: 0, rejected: 0, none: 0 };
  const total = { seen: 0, withoutFacts: 0, unknown: 0 };
  let first = Number.POSITIVE_INFINITY;

  function hit(comment: PastComment, action: Rule["then"], met: Met): void {
    const agreed = agrees(action, comment.people);
    count(people, agreed);
    byAction[action] += 1;
    automatic[comment.automatic ?? "none"] += 1;
    const day = Math.floor(comment.createdAt.getTime() / DAY);
    perDay.set(day, (perDay.get(day) ?? 0) + 1);
    for (const { path } of because(rule, comment.facts, met)) {
      const part = parts.get(path);
      if (part) count(part, agreed);
    }
    if (!comment.blind) examples.hit(comment, action, met);
  }

  function look(comment: PastComment): void {
    total.seen += 1;
    if (!comment.complete) total.withoutFacts += 1;
    first = Math.min(first, comment.createdAt.getTime());
    const met = remembering(comment.facts);
    thresholds.look(comment.complete ? rule : certain, comment.facts, met, comment.people);
    const action = judge(comment, met);
    if (action === "unknown") {
      total.unknown += 1;
      return;
    }
    against.look(comment, action, met);
    if (action !== null) hit(comment, action, met);
    else if (!comment.blind) examples.miss(comment, met);
  }

  function result(pace: Pace): BacktestResult {
    const to = subject.to.getTime();
    const from = Math.max(subject.from?.getTime() ?? 0, Math.min(first, to));
    const days = Math.max(1, (to - from) / DAY);
    const changes = against.changes();
    // What could not be compared is taken to be like the rest.
    const share = changes.compared === 0 ? 0 : total.seen / changes.compared;
    return {
      ...total,
      from: new Date(from).toISOString(),
      to: subject.to.toISOString(),
      days: round(days),
      cut: total.seen >= MOST_SEEN,
      hits: people.hits,
      hitsADay: round(people.hits / days),
      busiestDay: Math.max(0, ...perDay.values()),
      byAction,
      people: agreementOf(people),
      automatic,
      parts: [...parts].map(([path, counts]) => ({ path, ...counts })),
      thresholds: thresholds.result(),
      overlap: against.overlap(),
      changes,
      work: {
        secondsEach: round(pace.seconds),
        measured: pace.measured,
        minutesADay: round((against.moreHeld() * share * pace.seconds) / 60 / days),
      },
      ...examples.result(),
    };
  }

  return { look, result, seen: () => total.seen };
}

const round = (value: number): number => Math.round(value * 100) / 100;
