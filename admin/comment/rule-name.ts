import { t } from "i18next";
import { en } from "./words.en.ts";

type BuiltIn = keyof typeof en.rule;

/** The name of a rule: the desk's own word for one that comes with a site's settings, else what its author called it. */
export function ruleName({ rule, name }: { rule: string; name: string }): string {
  return Object.hasOwn(en.rule, rule) ? t(`comment.rule.${rule as BuiltIn}`) : name;
}
