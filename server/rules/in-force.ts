import type { RuleMatch } from "../decisions/contract.ts";
import { type Evaluation, evaluate, remembering } from "./evaluate.ts";
import type { Facts, Rule, RuleAction } from "./rule.ts";
import type { RuleRow } from "./store.ts";

export type RuleInForce = Pick<
  RuleRow,
  "id" | "version" | "mode" | "canaryPercent" | "tripped" | "definition"
>;

export interface Judged extends Evaluation {
  /** Matches without a say: of rules in shadow, and of a canary for what it leaves alone. */
  shadows: RuleMatch[];
}

/** Judges a comment by the rules that its site's settings amount to and by the site's own, each in its mode. Pure. */
export function judgeByRules(
  fromSettings: readonly Rule[],
  own: readonly RuleInForce[],
  comment: { id: string; facts: Facts },
  otherwise: RuleAction,
): Judged {
  const live: Rule[] = [...fromSettings];
  const shadow: Rule[] = [];
  for (const rule of own) (hasASay(rule, comment.id) ? live : shadow).push(toRule(rule));
  const met = remembering(comment.facts);
  return {
    ...evaluate(live, comment.facts, otherwise, met),
    shadows: shadow.length > 0 ? evaluate(shadow, comment.facts, otherwise, met).matches : [],
  };
}

const rules = new WeakMap<RuleInForce["definition"], Rule>();
const softened = new WeakMap<Rule, Rule>();

/** A site's own rule as it is judged by; made once of each definition, which is never changed. */
export function toRule({
  id,
  version,
  tripped = null,
  definition,
}: Pick<RuleInForce, "id" | "version" | "definition"> & Partial<Pick<RuleInForce, "tripped">>): Rule {
  const known = rules.get(definition);
  const fits = known?.id === id && known.version === version;
  const rule: Rule = fits ? known : { ...definition, id, version };
  if (!fits) rules.set(definition, rule);
  return tripped ? soften(rule) : rule;
}

/** The same rule, holding what it would reject. */
function soften(rule: Rule): Rule {
  const known = softened.get(rule);
  if (known) return known;
  const hold = <T extends string>(action: T): T | "hold" => (action === "reject" ? "hold" : action);
  const soft: Rule = { ...rule, then: hold(rule.then), whenUnknown: hold(rule.whenUnknown) };
  softened.set(rule, soft);
  return soft;
}

/** Whether a rule decides on a comment. A canary takes the same comments however often they are judged, and each rule others. */
export function hasASay(
  { id, mode, canaryPercent }: Pick<RuleInForce, "id" | "mode" | "canaryPercent">,
  commentId: string,
): boolean {
  return mode === "live" || (mode === "canary" && hash(id + commentId) % 100 < canaryPercent);
}

/** FNV-1a, 32 bits (Fowler, Noll, Vo): spreads ids evenly, and is no secret. */
export function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value >>> 0;
}
