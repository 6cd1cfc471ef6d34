import { checkRule } from "./check-rule.ts";
import type { RuleVersion, SiteRule } from "./contract.ts";
import type { RuleRow, VersionRow } from "./store.ts";

/** A rule as its owner sees it, with what is odd about it beside the site's others. */
export function ruleView(rule: RuleRow, all: readonly RuleRow[]): SiteRule {
  const others = all.filter(({ id }) => id !== rule.id);
  return {
    id: rule.id,
    version: rule.version,
    mode: rule.mode,
    canaryPercent: rule.canaryPercent,
    tripped: rule.tripped,
    definition: rule.definition,
    warnings: checkRule(rule.definition, others),
    createdAt: rule.createdAt.toISOString(),
    changedAt: rule.changedAt.toISOString(),
    changedBy: { id: rule.changedById, name: rule.changedBy },
    confirmation: {
      ...rule.confirmation,
      askedAt: isoOf(rule.confirmation.askedAt),
      confirmedAt: isoOf(rule.confirmation.confirmedAt),
    },
  };
}

/** A time that the database wrote into JSON. */
const isoOf = (time: string | null): string | null => time && new Date(time).toISOString();

export const versionView = ({ by, createdAt, ...version }: VersionRow): RuleVersion => ({
  ...version,
  createdAt: createdAt.toISOString(),
  by: { name: by },
});
