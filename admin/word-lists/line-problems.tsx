import { useTranslation } from "react-i18next";
import type { Problems } from "../../server/word-lists/definition.ts";
import { Icon } from "../app/icons.tsx";
import { said } from "../server-words/said.ts";
import css from "./word-lists.module.css";

/** What is wrong or odd about lines, each by its number. */
export function LineProblems({ errors, warnings, problems }: Problems) {
  const { t } = useTranslation();
  const more = errors + warnings - problems.length;
  if (problems.length === 0) return null;
  return (
    <ul className={css.problems} aria-label={t("wordLists.problems")}>
      {problems.map((problem) => (
        <li key={`${problem.line} ${problem.code}`} data-level={problem.level}>
          <Icon name={problem.level === "error" ? "cross" : "warn"} size={14} />
          <span>
            {said(problem.message)} <code>{problem.entry}</code>
          </span>
        </li>
      ))}
      {more > 0 && <li>{t("wordLists.moreProblems", { count: more })}</li>}
    </ul>
  );
}
