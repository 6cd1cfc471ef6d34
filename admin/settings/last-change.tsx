import { useQuery } from "@tanstack/react-query";
import { Trans } from "react-i18next";
import { listSettingsChanges } from "../../server/sites/contract.ts";
import type { SiteSettings } from "../../server/sites/settings.ts";
import { usePlace } from "../app/place.ts";
import { call } from "../client.ts";
import { When } from "../comment/when.tsx";
import css from "./settings-page.module.css";

/** Who changed any of these settings last, and when; nothing where nobody is known to have. */
export function LastChange({ of }: { of: readonly (keyof SiteSettings)[] }) {
  const { site = "" } = usePlace();
  const { data } = useQuery({
    queryKey: ["settings-changes", site],
    queryFn: ({ signal }) => call(listSettingsChanges, { params: { site }, query: {}, signal }),
  });
  const last = data?.items
    .filter(({ setting }) => of.includes(setting))
    .reduce<(typeof data.items)[number] | null>((a, b) => (a && a.at > b.at ? a : b), null);
  if (!last) return null;
  return (
    <div className={css.lastChange}>
      <Trans
        i18nKey="settings.lastChange"
        components={{ name: <bdi>{last.by?.name ?? "Replydesk"}</bdi>, when: <When at={last.at} /> }}
      />
    </div>
  );
}
