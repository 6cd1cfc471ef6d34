import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { Trans, useTranslation } from "react-i18next";
import { askRuleConfirmation, confirmRule } from "../../server/rule-confirmations/contract.ts";
import type { SiteRule } from "../../server/rules/contract.ts";
import { FormError } from "../app/form-error.tsx";
import { call } from "../client.ts";
import { When } from "../comment/when.tsx";
import { useSession } from "../session/use-session.ts";
import css from "./aside.module.css";

interface Props {
  site: string;
  rule: SiteRule;
  unsaved: boolean;
  onChanged: () => void;
}

/** Whether another owner has confirmed the version that rejects, and the way to it. */
export function SecondPerson({ site, rule, unsaved, onChanged }: Props) {
  const { t } = useTranslation();
  const me = useSession().moderator?.id;
  const { askedBy, askedAt, confirmedBy, confirmedAt } = rule.confirmation;
  const mine = rule.changedBy.id === me;
  const say = useMutation({
    mutationFn: () =>
      call(mine ? askRuleConfirmation : confirmRule, {
        params: { site, id: rule.id },
        body: { version: rule.version },
      }),
    onSuccess: onChanged,
  });
  if (confirmedBy && confirmedAt)
    return (
      <p className={css.hint}>
        <Trans
          i18nKey="rules.second.confirmed"
          components={{ name: <bdi>{confirmedBy}</bdi>, when: <When at={confirmedAt} /> }}
        />
      </p>
    );
  return (
    <div className={css.tripped}>
      <p>{t("rules.second.needed", { name: rule.changedBy.name })}</p>
      {askedBy && askedAt && (
        <p>
          <Trans
            i18nKey="rules.second.asked"
            components={{ name: <bdi>{askedBy}</bdi>, when: <When at={askedAt} /> }}
          />
        </p>
      )}
      {!(mine && askedBy) && (
        <Button
          size="xs"
          variant="default"
          loading={say.isPending}
          disabled={unsaved}
          onClick={() => say.mutate()}
        >
          {t(mine ? "rules.second.ask" : "rules.second.confirm", { version: rule.version })}
        </Button>
      )}
      <FormError error={say.error} />
    </div>
  );
}
