import { VisuallyHidden } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link, useLocation, useSearch } from "wouter";
import { Icon } from "../app/icons.tsx";
import css from "../app/shell.module.css";
import { number } from "../language/format.ts";
import { filtersOf, searchOf } from "../queue/look.ts";
import { useViews, viewPath } from "./use-views.ts";

/** Saved views, each with how many wait in it. */
export function NavViews({ onGo }: { onGo: () => void }) {
  const { t } = useTranslation();
  const views = useViews();
  const [path] = useLocation();
  const search = searchOf(filtersOf(useSearch()));
  if (views.length === 0) return null;
  return (
    <>
      <div className={css.navTitle}>{t("views.title")}</div>
      {views.map((view) => {
        const [base, asked] = viewPath(view).split("?") as [string, string?];
        const here = path.startsWith(base) && search === (asked ? `?${asked}` : "");
        return (
          <Link
            key={view.id}
            href={viewPath(view)}
            className={css.link}
            aria-current={here ? "page" : undefined}
            title={view.own ? undefined : t("views.by", { name: view.by.name })}
            onClick={onGo}
          >
            <Icon name="star" size={18} />
            <bdi className={css.clip}>{view.name}</bdi>
            <span className={css.count}>
              {number(view.count)}
              <VisuallyHidden> {t("app.nav.waiting")}</VisuallyHidden>
            </span>
          </Link>
        );
      })}
    </>
  );
}
