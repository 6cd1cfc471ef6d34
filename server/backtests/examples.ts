import { BANDS } from "../rules/definition.ts";
import type { Met } from "../rules/evaluate.ts";
import { factNamed } from "../rules/fact-registry.ts";
import { hash } from "../rules/in-force.ts";
import { type Leaf, responsibleParts } from "../rules/parts.ts";
import type { Facts, Rule } from "../rules/rule.ts";
import { ATTRIBUTES } from "../scoring/scorer.ts";
import { agrees } from "./agreement.ts";
import type { BacktestResult, Example, Label } from "./contract.ts";
import { keepBest } from "./keep-best.ts";

const RANDOM = 30;
const EXTREME = 10;
/** Decided by people, and as many that nobody has decided. */
const LIKELY = 10;

interface Looked {
  id: string;
  facts: Facts;
  people: Label | null;
}

const highest = (names: readonly string[], facts: Facts): number | null => {
  const scores = names.flatMap((name) => {
    const value = facts[name]?.value;
    return typeof value === "number" ? [value] : [];
  });
  return scores.length === 0 ? null : Math.max(...scores);
};

/** Chooses comments to read: at random, at both ends, and where the rule is likely to be wrong. The same ones whatever order they come in. */
export function chooseExamples(rule: Rule, leaves: readonly Leaf[], seed: number) {
  const asked = leaves.map(({ comparison }) => comparison.fact).filter((f) => factNamed(f)?.type === "score");
  const scores = asked.length > 0 ? asked : ATTRIBUTES;
  const random = keepBest<Example>(RANDOM);
  const [top, bottom] = [keepBest<Example>(EXTREME), keepBest<Example>(EXTREME)];
  const [missed, maybeMissed] = [keepBest<Example>(LIKELY), keepBest<Example>(LIKELY)];
  const [wrong, maybeWrong] = [keepBest<Example>(LIKELY), keepBest<Example>(LIKELY)];
  // Until people have decided anything as the rule would, nothing tells what it misses.
  let wanted = false;
  // What publishes is meant for low scores.
  const like = rule.then === "approve" ? -1 : 1;

  const example =
    ({ id, facts, people }: Looked, score: number | null, met: Met) =>
    (): Example => ({
      commentId: id,
      score,
      people,
      because: responsibleParts(rule, facts, met),
    });

  return {
    hit(one: Looked, action: NonNullable<Rule["then"]>, met: Met): void {
      const { id, facts, people } = one;
      const score = highest(scores, facts);
      const make = example(one, score, met);
      random.offer(hash(`${seed}/${id}`), id, make);
      if (score !== null) {
        top.offer(score, id, make);
        bottom.offer(-score, id, make);
      }
      wanted ||= agrees(rule.then, people) === true;
      const low = like * ((highest(ATTRIBUTES, facts) ?? 0) - BANDS.medium) < 0;
      if (agrees(action, people) === false) wrong.offer(-like * (score ?? 0), id, make);
      else if (people === null && low) maybeWrong.offer(-like * (score ?? 0), id, make);
    },
    miss(one: Looked, met: Met): void {
      const score = highest(scores, one.facts);
      const make = example(one, score, met);
      const alike = score !== null && like * (score - BANDS.medium) >= 0;
      if (agrees(rule.then, one.people)) {
        wanted = true;
        missed.offer(like * (score ?? 0), one.id, make);
      } else if (one.people === null && alike) maybeMissed.offer(like * score, one.id, make);
    },
    result: (): Pick<BacktestResult, "samples" | "likelyMisses" | "missesUntold" | "likelyFalseAlarms"> => ({
      samples: { random: random.items(), highest: top.items(), lowest: bottom.items() },
      likelyMisses: wanted ? [...missed.items(), ...maybeMissed.items()] : [],
      missesUntold: !wanted,
      likelyFalseAlarms: [...wrong.items(), ...maybeWrong.items()],
    }),
  };
}
