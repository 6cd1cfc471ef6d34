import { Menu, UnstyledButton } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import type { Site } from "../../server/sites/contract.ts";
import { Icon } from "./icons.tsx";
import { isOfAll, pathOf, usePlace } from "./place.ts";
import css from "./shell.module.css";

/** Names the site at work; with several, it is where to change it. */
export function SiteSwitch({ sites }: { sites: Site[] }) {
  const { t } = useTranslation();
  const place = usePlace();
  const [, go] = useLocation();
  const here = sites.find((site) => site.slug === place.site);
  const name = here?.name ?? (sites.length === 1 ? sites[0]?.name : undefined) ?? t("app.allSites");
  if (sites.length < 2) {
    return (
      <div className={css.site}>
        <span className={css.siteName}>{name}</span>
      </div>
    );
  }
  const pick = (slug: string | undefined) =>
    go(pathOf(slug, slug === undefined || isOfAll(place.section) ? "held" : (place.section ?? "held")));
  return (
    <Menu position="bottom-start" width={260} shadow="md" withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <UnstyledButton className={css.site} aria-label={t("app.changeSite", { name })}>
          <span className={css.siteName}>{name}</span>
          <Icon name="down" size={14} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => pick(undefined)} rightSection={here ? null : <Icon name="check" />}>
          {t("app.allSites")}
        </Menu.Item>
        <Menu.Divider />
        {sites.map((site) => (
          <Menu.Item
            key={site.id}
            onClick={() => pick(site.slug)}
            rightSection={here === site ? <Icon name="check" /> : null}
          >
            {site.name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
