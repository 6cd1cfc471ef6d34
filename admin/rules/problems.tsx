import type { RuleProblem, SiteRule } from "../../server/rules/contract.ts";
import { Icon } from "../app/icons.tsx";
import { language } from "../language/language.ts";
import css from "./rules.module.css";
import { PROBLEMS } from "./server-words.de.ts";

interface Props {
  problems: readonly RuleProblem[];
  /** The site's rules, to name the one that a problem is about. */
  rules: readonly SiteRule[];
}

/** What is wrong (it cannot be saved) or odd (it can) about a rule or a part of it. */
export function Problems({ problems, rules }: Props) {
  return problems.map((problem) => (
    <p key={problem.code + problem.path} className={css.problem} data-level={problem.level}>
      <Icon name="warn" size={15} /> <span>{wordsOf(problem, rules)}</span>
    </p>
  ));
}

function wordsOf({ code, message, rule }: RuleProblem, rules: readonly SiteRule[]): string {
  if (language() !== "de") return message;
  const other = rules.find(({ id }) => id === rule);
  return other ? `${PROBLEMS[code]}: „${other.definition.name}“.` : PROBLEMS[code];
}
