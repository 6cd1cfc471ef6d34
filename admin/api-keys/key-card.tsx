import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { Trans, useTranslation } from "react-i18next";
import { type ApiKey, revokeApiKey } from "../../server/api-keys/contract.ts";
import { Confirm } from "../app/confirm.tsx";
import { showProblem, showToast } from "../app/notices.ts";
import page from "../app/page.module.css";
import { call } from "../client.ts";
import { When } from "../comment/when.tsx";
import css from "../webhooks/webhooks-page.module.css";

interface Props {
  site: string;
  apiKey: ApiKey;
  onChanged: () => void;
}

export function KeyCard({ site, apiKey, onChanged }: Props) {
  const { t } = useTranslation();
  const [revoking, setRevoking] = useState(false);
  const revoke = useMutation({
    mutationFn: () => call(revokeApiKey, { params: { site, id: apiKey.id } }),
    onSuccess: () => {
      setRevoking(false);
      showToast(t("apiKeys.revoked"));
      onChanged();
    },
    onError: (error: Error) => showProblem(error.message),
  });

  return (
    <section className={page.card} aria-label={apiKey.name}>
      <div className={css.top}>
        <div>
          <div className={page.name}>{apiKey.name}</div>
          <div className={page.meta}>
            <Trans
              i18nKey="apiKeys.limited"
              count={apiKey.queriesAMinute}
              values={{ ending: apiKey.ending }}
              components={{ code: <code /> }}
            />
            {" · "}
            {apiKey.lastUsedAt ? (
              <Trans i18nKey="apiKeys.used" components={{ when: <When at={apiKey.lastUsedAt} /> }} />
            ) : (
              t("apiKeys.notUsed")
            )}
          </div>
        </div>
        <Button variant="subtle" size="compact-sm" onClick={() => setRevoking(true)}>
          {t("apiKeys.revoke")}
        </Button>
      </div>
      <Confirm
        opened={revoking}
        title={t("apiKeys.revokeTitle")}
        words={t("apiKeys.revokeWords", { name: apiKey.name })}
        act={t("apiKeys.revoke")}
        pending={revoke.isPending}
        onAct={() => revoke.mutate()}
        onClose={() => setRevoking(false)}
      />
    </section>
  );
}
