import { Badge } from "@mantine/core";
import { Trans, useTranslation } from "react-i18next";
import { RECENT_DAYS, type ReaderCard } from "../../server/readers/contract.ts";
import type { Sanction } from "../../server/sanctions/contract.ts";
import { When } from "../comment/when.tsx";
import { number, percent } from "../language/format.ts";
import { Until } from "./until.tsx";

/** Since when somebody writes here. */
export function FirstSeen({ reader }: { reader: Pick<ReaderCard, "kind" | "createdAt"> }) {
  return (
    <Trans
      i18nKey={reader.kind === "guest" ? "readers.guest" : "readers.member"}
      components={{ when: <When at={reader.createdAt} /> }}
    />
  );
}

/** How the last months went: strikes and the rate of rejection. */
export function Record({ reader }: { reader: Pick<ReaderCard, "strikes" | "recent"> }) {
  const { t } = useTranslation();
  const { strikes, recent } = reader;
  return (
    <>
      <span title={t("readers.strikesAbout", { days: RECENT_DAYS })}>
        {t("readers.strikes", { count: strikes })}
      </span>
      {" · "}
      {recent.rate === null
        ? t("readers.noRate", { days: RECENT_DAYS })
        : t("readers.rate", {
            percent: percent(recent.rate),
            count: recent.decided,
            days: RECENT_DAYS,
          })}
    </>
  );
}

/** What is in force, each with its end. */
export function InForce({ sanctions }: { sanctions: Sanction[] }) {
  const { t } = useTranslation();
  return sanctions.map(({ id, kind, endsAt }) => (
    <Badge key={id} variant="outline" color="gray" tt="none" radius="sm">
      {t(`readers.kind.${kind}`)}
      {endsAt && (
        <>
          {" "}
          <Until at={endsAt} />
        </>
      )}
    </Badge>
  ));
}

export function Counts({ reader }: { reader: Pick<ReaderCard, "approved" | "held" | "rejected"> }) {
  const { t } = useTranslation();
  return t("readers.counts", {
    approved: number(reader.approved),
    held: number(reader.held),
    rejected: number(reader.rejected),
  });
}
