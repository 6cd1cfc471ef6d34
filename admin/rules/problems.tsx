import type { RuleProblem } from "../../server/rules/contract.ts";
import { Icon } from "../app/icons.tsx";
import { said } from "../server-words/said.ts";
import css from "./rules.module.css";

interface Props {
  problems: readonly RuleProblem[];
}

/** What is wrong (it cannot be saved) or odd (it can) about a rule or a part of it. */
export function Problems({ problems }: Props) {
  return problems.map((problem) => (
    <p key={problem.code + problem.path} className={css.problem} data-level={problem.level}>
      <Icon name="warn" size={15} /> <span>{said(problem.message)}</span>
    </p>
  ));
}
