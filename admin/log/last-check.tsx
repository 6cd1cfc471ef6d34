import { useQuery } from "@tanstack/react-query";
import { Trans, useTranslation } from "react-i18next";
import { readLogCheck } from "../../server/audit/contract.ts";
import { Icon } from "../app/icons.tsx";
import { call } from "../client.ts";
import { When } from "../comment/when.tsx";
import { number } from "../language/format.ts";
import css from "./log-page.module.css";

/** What the last check of the whole log found. */
export function LastCheck() {
  const { t } = useTranslation();
  const { data } = useQuery({
    queryKey: ["log", "check"],
    queryFn: ({ signal }) => call(readLogCheck, { signal }),
  });
  if (!data) return null;
  const { check } = data;
  if (!check) return <p className={css.check}>{t("log.check.never")}</p>;
  if (check.broken)
    return (
      <p className={css.broken} role="alert">
        <Icon name="warn" size={18} />
        {t(`log.check.${check.broken.problem}`, { id: check.broken.eventId })}
      </p>
    );
  return (
    <p className={css.check}>
      <Icon name="check" />
      <span>
        <Trans
          i18nKey="log.check.whole"
          values={{ events: number(check.events) }}
          components={{ when: <When at={check.checkedAt} /> }}
        />
      </span>
    </p>
  );
}
