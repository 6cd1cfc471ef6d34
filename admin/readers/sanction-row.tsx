import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { Trans, useTranslation } from "react-i18next";
import { liftSanction, type Sanction } from "../../server/sanctions/contract.ts";
import { FormError } from "../app/form-error.tsx";
import { call } from "../client.ts";
import { When } from "../comment/when.tsx";
import css from "./readers.module.css";
import { Until } from "./until.tsx";

/** A sanction with who, until when, the words and what became of it; while in force it can be lifted. */
export function SanctionRow({ sanction, onChanged }: { sanction: Sanction; onChanged?: () => void }) {
  const { t } = useTranslation();
  const { kind, endsAt, words, reason, moderator, active, newcomers } = sanction;
  const lift = useMutation({
    mutationFn: () => call(liftSanction, { params: { id: sanction.id }, body: {} }),
    onSuccess: onChanged,
  });
  return (
    <>
      <div className={css.line}>
        <strong>{t(`readers.kind.${kind}`)}</strong>
        <span className={css.beside}>
          {kind !== "warn" && <>{endsAt ? <Until at={endsAt} /> : t("readers.unlimited")} · </>}
          {t("readers.by", { name: moderator.name })} · <When at={sanction.startsAt} />
        </span>
        {active && onChanged && (
          <Button
            className={css.end}
            size="compact-sm"
            variant="default"
            loading={lift.isPending}
            onClick={() => lift.mutate()}
            aria-label={`${t("readers.lift")}: ${t(`readers.kind.${kind}`)}`}
          >
            {t("readers.lift")}
          </Button>
        )}
      </div>
      {words && <div className={css.meta}>{t("readers.told", { words })}</div>}
      {reason && <div className={css.meta}>{t("readers.why", { reason })}</div>}
      {newcomers && (
        <div className={css.meta}>
          <Until at={newcomers.endsAt} words="readers.newcomersToo" />
        </div>
      )}
      <Outcome sanction={sanction} />
      <FormError error={lift.error} />
    </>
  );
}

function Outcome({ sanction }: { sanction: Sanction }) {
  const { t } = useTranslation();
  const { lifted, kind, acknowledgedAt, active, endsAt } = sanction;
  if (lifted)
    return (
      <div className={css.meta}>
        <Trans
          i18nKey="readers.liftedBy"
          values={{ name: lifted.moderator.name }}
          components={{ when: <When at={lifted.at} /> }}
        />
        {lifted.reason && ` · ${lifted.reason}`}
      </div>
    );
  if (kind === "warn")
    return (
      <div className={css.meta}>
        {acknowledgedAt ? (
          <Trans i18nKey="readers.read" components={{ when: <When at={acknowledgedAt} /> }} />
        ) : (
          t("readers.notRead")
        )}
      </div>
    );
  return !active && endsAt ? (
    <div className={css.meta}>
      <Trans i18nKey="readers.over" components={{ when: <When at={endsAt} /> }} />
    </div>
  ) : null;
}
