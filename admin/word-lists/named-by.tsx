import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import type { WordList } from "../../server/word-lists/definition.ts";
import { pathOf } from "../app/place.ts";
import css from "./word-lists.module.css";

/** The rules that ask a list, and what each does with it. */
export function NamedBy({ site, list }: { site: string; list: Pick<WordList, "id" | "rules" | "kind"> }) {
  const { t } = useTranslation();
  const { id: listId, rules, kind } = list;
  if (kind === "allowed") return <p className={css.meta}>{t("wordLists.rules.allowed")}</p>;
  if (rules.length === 0)
    return (
      <p className={css.meta}>
        {t("wordLists.rules.none")}{" "}
        <Link href={`${pathOf(site, "rules", "new")}?from=listed&list=${listId}`}>
          {t("wordLists.rules.make")}
        </Link>
      </p>
    );
  return (
    <ul className={css.rules} aria-label={t("wordLists.rules.label")}>
      {rules.map(({ id, name, mode, rejects }) => (
        <li key={id}>
          <Link href={pathOf(site, "rules", id)}>{name}</Link>{" "}
          <span className={css.mode} data-live={mode === "live" || mode === "canary" || undefined}>
            {t(`wordLists.mode.${mode}`)}
            {rejects && ` · ${t("wordLists.rules.rejects")}`}
          </span>
        </li>
      ))}
    </ul>
  );
}
