import { SegmentedControl } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Site } from "../../server/sites/contract.ts";
import { Page } from "../app/page.tsx";
import { FeaturedList } from "./featured-list.tsx";
import css from "./features.module.css";
import { WorthList } from "./worth-list.tsx";

const SHOWN = ["worth", "featured"] as const;

/** The good ones: what may be worth featuring, and what is featured. */
export function WorthPage({ site, sites }: { site: string | undefined; sites: Site[] }) {
  const { t } = useTranslation();
  const [shown, setShown] = useState<(typeof SHOWN)[number]>("worth");
  return (
    <Page title={t("features.title")} about={t("features.about")}>
      <div className={css.tools}>
        <SegmentedControl
          aria-label={t("features.show.label")}
          value={shown}
          onChange={setShown}
          data={SHOWN.map((value) => ({ value, label: t(`features.show.${value}`) }))}
        />
      </div>
      {shown === "worth" ? (
        <WorthList site={site} sites={sites} />
      ) : (
        <FeaturedList site={site} showSite={site === undefined && sites.length > 1} />
      )}
    </Page>
  );
}
