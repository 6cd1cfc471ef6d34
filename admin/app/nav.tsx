import { VisuallyHidden } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { number } from "../language/format.ts";
import { useCounts } from "../queue/use-counts.ts";
import { Icon, type IconName } from "./icons.tsx";
import { pathOf, type Section, usePlace } from "./place.ts";
import css from "./shell.module.css";

interface Props {
  /** Shown with its site's name in the settings' heading; undefined while all sites are shown. */
  site: string | undefined;
  /** The site that its settings lead to; null for those who may not change them. */
  ownedSite: string | null;
  onGo: () => void;
}

export function Nav({ site, ownedSite, onGo }: Props) {
  const { t } = useTranslation();
  const counts = useCounts(site);
  return (
    <div className={css.nav}>
      <div className={css.navTitle} id="nav-queues">
        {t("app.nav.queues")}
      </div>
      <NavLink site={site} section="held" icon="inbox" label={t("app.nav.held")} onGo={onGo}>
        {counts && (
          <span className={css.count}>
            {number(counts.held)}
            <VisuallyHidden> {t("app.nav.waiting")}</VisuallyHidden>
          </span>
        )}
      </NavLink>
      {ownedSite !== null && (
        <>
          <div className={css.navTitle}>{t("app.nav.site")}</div>
          <NavLink
            site={ownedSite}
            section="settings"
            icon="sliders"
            label={t("app.nav.settings")}
            onGo={onGo}
          />
          <NavLink site={ownedSite} section="scorers" icon="gauge" label={t("app.nav.scorers")} onGo={onGo} />
          <NavLink
            site={ownedSite}
            section="webhooks"
            icon="hook"
            label={t("app.nav.webhooks")}
            onGo={onGo}
          />
          <NavLink site={ownedSite} section="api-keys" icon="key" label={t("app.nav.apiKeys")} onGo={onGo} />
          <div className={css.navTitle}>{t("app.nav.desk")}</div>
          <NavLink site={undefined} section="people" icon="people" label={t("app.nav.people")} onGo={onGo} />
        </>
      )}
    </div>
  );
}

function NavLink(props: {
  site: string | undefined;
  section: Section;
  icon: IconName;
  label: string;
  onGo: () => void;
  children?: React.ReactNode;
}) {
  const current = usePlace().section === props.section;
  return (
    <Link
      href={pathOf(props.site, props.section)}
      className={css.link}
      aria-current={current ? "page" : undefined}
      onClick={props.onGo}
    >
      <Icon name={props.icon} size={18} />
      {props.label}
      {props.children}
    </Link>
  );
}
