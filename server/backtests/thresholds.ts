import { BANDS, type Band, type Comparison } from "../rules/definition.ts";
import { type Met, outcome } from "../rules/evaluate.ts";
import { factNamed } from "../rules/fact-registry.ts";
import type { Leaf } from "../rules/parts.ts";
import type { Facts, Rule } from "../rules/rule.ts";
import { agrees, type Counts, count, none, shareOf } from "./agreement.ts";
import type { BacktestResult, Label } from "./contract.ts";

/** From 0.05 to 0.95. */
const STEPS = Array.from({ length: 19 }, (_, i) => (i + 1) / 20);

const HOLDS: Partial<Record<Comparison["op"], (score: number, threshold: number) => boolean>> = {
  ">=": (score, threshold) => score >= threshold,
  ">": (score, threshold) => score > threshold,
  "<=": (score, threshold) => score <= threshold,
  "<": (score, threshold) => score < threshold,
};

/**
 * What the rule would do at other thresholds of each score that it compares, all else left as it is: the rule is asked twice, as if the comparison held and
 * as if it did not, and each threshold takes one of both.
 */
export function sweepThresholds(leaves: readonly Leaf[]) {
  const sweeps = leaves.flatMap(({ path, comparison }) => {
    const holds = HOLDS[comparison.op];
    if (factNamed(comparison.fact)?.type !== "score" || !holds) return [];
    const own = typeof comparison.value === "number" ? comparison.value : BANDS[comparison.value as Band];
    const steps = [...new Set([...STEPS, own])]
      .sort((a, b) => a - b)
      .map((threshold) => ({ threshold, counts: none() }));
    return [{ path, comparison, own, holds, steps }];
  });
  return {
    look(rule: Rule, facts: Facts, met: Met, people: Label | null): void {
      for (const { comparison, holds, steps } of sweeps) {
        const score = facts[comparison.fact]?.value;
        const suppose = (value: boolean) =>
          outcome(rule, facts, (one) => (one === comparison ? value : met(one)));
        if (typeof score !== "number") {
          addTo(steps, outcome(rule, facts, met), people);
          continue;
        }
        const [yes, no] = [suppose(true), suppose(false)];
        if (yes === null && no === null) continue;
        for (const step of steps) addTo([step], holds(score, step.threshold) ? yes : no, people);
      }
    },
    result: (): BacktestResult["thresholds"] =>
      sweeps.map(({ path, comparison, own, steps }) => ({
        path,
        fact: comparison.fact,
        op: comparison.op,
        value: own,
        steps: steps.map(({ threshold, counts }) => ({
          threshold,
          hits: counts.hits,
          ...shareOf(counts),
        })),
      })),
  };
}

function addTo(steps: { counts: Counts }[], action: ReturnType<typeof outcome>, people: Label | null): void {
  if (action === null) return;
  for (const { counts } of steps) count(counts, agrees(action, people));
}
