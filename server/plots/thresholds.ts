import type { Condition, Rule } from "../rules/rule.ts";
import { siteRules } from "../rules/site-rules.ts";
import { ScoredAttribute } from "../selections/contract.ts";
import type { SiteSettings } from "../sites/settings.ts";
import type { Plot } from "./contract.ts";

/** From which scores on the rules of these sites act, each once. */
export function thresholdsOf(sites: { settings: SiteSettings }[]): Plot["thresholds"] {
  const all = sites.flatMap(({ settings }) => siteRules(settings).flatMap(ofRule));
  return [...new Map(all.map((one) => [`${one.attribute} ${one.at} ${one.name}`, one])).values()];
}

function ofRule({ id, name, when }: Rule): Plot["thresholds"] {
  return comparisons(when).flatMap(({ fact, op, value }) => {
    const attribute = ScoredAttribute.safeParse(fact);
    const above = op === ">=" || op === ">";
    return attribute.success && above && typeof value === "number"
      ? [{ attribute: attribute.data, at: value, rule: id, name }]
      : [];
  });
}

function comparisons(condition: Condition): Extract<Condition, { fact: string }>[] {
  if ("fact" in condition) return [condition];
  if ("not" in condition) return [];
  return ("all" in condition ? condition.all : condition.any).flatMap(comparisons);
}
