import { useTranslation } from "react-i18next";
import type { LineProblem, Problems } from "../../server/word-lists/definition.ts";
import { Icon } from "../app/icons.tsx";
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
            <strong>{t("wordLists.line", { line: problem.line })}</strong> <Words {...problem} />{" "}
            <code>{problem.entry}</code>
          </span>
        </li>
      ))}
      {more > 0 && <li>{t("wordLists.moreProblems", { count: more })}</li>}
    </ul>
  );
}

function Words({ code, of }: LineProblem) {
  const { t } = useTranslation();
  if (code === "duplicate")
    return of === null ? t("wordLists.problem.known") : t("wordLists.problem.duplicate", { of });
  return t(`wordLists.problem.${code}`);
}
