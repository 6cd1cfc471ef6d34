import { VisuallyHidden } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { number } from "../language/format.ts";
import { useCounts } from "../queue/use-counts.ts";
import { NavViews } from "../views/nav-views.tsx";
import { Icon } from "./icons.tsx";
import { pagesFor } from "./pages.ts";
import { isQueue, pathOf, usePlace } from "./place.ts";
import css from "./shell.module.css";

interface Props {
  /** The site at work; undefined while all sites are shown. */
  site: string | undefined;
  /** The site that its settings lead to; null for those who may not change them. */
  ownedSite: string | null;
  onGo: () => void;
}

/** Headings of the navigation, in order. */
const PARTS = ["queues", "site", "desk"] as const;

export function Nav({ site, ownedSite, onGo }: Props) {
  const { t } = useTranslation();
  const counts = useCounts(site);
  const { section } = usePlace();
  const pages = pagesFor(site, ownedSite);
  return (
    <div className={css.nav}>
      {PARTS.filter((part) => pages.some((page) => page.of === part)).map((part) => (
        <section key={part} aria-labelledby={`nav-${part}`}>
          <div className={css.navTitle} id={`nav-${part}`}>
            {t(`app.nav.${part}`)}
          </div>
          {pages
            .filter((page) => page.of === part)
            .map((page) => (
              <Link
                key={page.section}
                href={pathOf(page.site, page.section)}
                className={css.link}
                aria-current={section === page.section ? "page" : undefined}
                onClick={onGo}
              >
                <Icon name={page.icon} size={18} />
                {t(`app.page.${page.section}`)}
                {isQueue(page.section) && counts && (
                  <span className={css.count}>
                    {number(counts[page.section])}
                    <VisuallyHidden> {t("app.nav.waiting")}</VisuallyHidden>
                  </span>
                )}
              </Link>
            ))}
          {part === "queues" && <NavViews onGo={onGo} />}
        </section>
      ))}
    </div>
  );
}
