import type { RuleMatch } from "../decisions/contract.ts";
import { type Met, outcome, strictest } from "../rules/evaluate.ts";
import { hasASay, type RuleInForce, toRule } from "../rules/in-force.ts";
import type { Facts, Rule } from "../rules/rule.ts";
import { OTHERWISE, rulesBesides } from "../rules/site-rules.ts";
import type { SiteSettings } from "../sites/settings.ts";
import type { BacktestResult } from "./contract.ts";

type Action = RuleMatch["action"];

/** Others told by name; more overlap says nothing new. */
const OTHERS = 20;

interface Other {
  rule: Rule;
  both: number;
  hasASay(commentId: string): boolean;
}

/**
 * Compares a rule with what is in force: which of the site's other rules match the same comments, and what would become of comments if it were live, in the
 * place of its own version that is.
 */
export function compareWith(settings: SiteSettings, own: readonly RuleInForce[], ruleId: string | null) {
  const others: Other[] = [
    ...rulesBesides(settings).map((rule) => ({ rule, both: 0, hasASay: () => true })),
    ...own
      .filter(({ id }) => id !== ruleId)
      .map((one) => ({ rule: toRule(one), both: 0, hasASay: (id: string) => hasASay(one, id) })),
  ];
  const before = own.find(({ id }) => id === ruleId);
  const beforeRule = before && before.mode !== "shadow" ? toRule(before) : null;
  const changes = { compared: 0, newlyHeld: 0, newlyRejected: 0, newlyPublished: 0 };
  let moreHeld = 0;

  /** `action`: what the rule would do; null: nothing. */
  function look(
    { id, facts, complete }: { id: string; facts: Facts; complete: boolean },
    action: Action | null,
    met: Met,
  ): void {
    const was =
      before && beforeRule && complete && hasASay(before, id) ? outcome(beforeRule, facts, met) : null;
    if (complete) changes.compared += 1;
    // The others decide alike before and after.
    if (action === null && was === null) return;
    const said: Action[] = [];
    for (const other of others) {
      const does = outcome(complete ? other.rule : { ...other.rule, whenUnknown: "skip" }, facts);
      if (does === null) continue;
      if (action !== null) other.both += 1;
      if (other.hasASay(id)) said.push(does);
    }
    if (!complete) return;
    const now = strictest(was === null ? said : [...said, was], OTHERWISE);
    const then = strictest(action === null ? said : [...said, action], OTHERWISE);
    if (now === then) return;
    if (then === "hold") changes.newlyHeld += 1;
    if (then === "reject") changes.newlyRejected += 1;
    if (then === "approve") changes.newlyPublished += 1;
    moreHeld += Number(then === "hold") - Number(now === "hold");
  }

  return {
    look,
    changes: (): BacktestResult["changes"] => changes,
    /** How many more comments would be held than are today; below 0: fewer. */
    moreHeld: () => moreHeld,
    overlap: (): BacktestResult["overlap"] =>
      others
        .filter(({ both }) => both > 0)
        .sort((a, b) => b.both - a.both || (a.rule.id < b.rule.id ? -1 : 1))
        .slice(0, OTHERS)
        .map(({ rule, both }) => ({ rule: rule.id, name: rule.name, both })),
  };
}
