import { Button } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Site } from "../../server/sites/contract.ts";
import { listWebhooks } from "../../server/webhooks/contract.ts";
import { Icon } from "../app/icons.tsx";
import { Message } from "../app/message.tsx";
import { Page } from "../app/page.tsx";
import { QueryState } from "../app/query-state.tsx";
import { SecretOnce } from "../app/secret-once.tsx";
import { call } from "../client.ts";
import { bringWords } from "../language/bring-words.ts";
import { NewWebhook } from "./new-webhook.tsx";
import { WebhookCard } from "./webhook-card.tsx";
import { en } from "./words.en.ts";

bringWords("webhooks", en);

/** Where a site's events are sent. */
export function WebhooksPage({ site }: { site: Site }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [adding, setAdding] = useState(false);
  const [secret, setSecret] = useState<{ url: string; secret: string } | null>(null);
  const query = useQuery({
    queryKey: ["webhooks", site.slug],
    queryFn: async ({ signal }) =>
      (await call(listWebhooks, { params: { site: site.slug }, query: { limit: 200 }, signal })).items,
  });
  const refresh = () => void queries.invalidateQueries({ queryKey: ["webhooks", site.slug] });
  const hooks = query.data;

  return (
    <Page
      title={t("webhooks.title")}
      site={site.name}
      about={t("webhooks.about", { site: site.name })}
      action={
        !adding &&
        hooks &&
        hooks.length > 0 && (
          <Button leftSection={<Icon name="plus" />} onClick={() => setAdding(true)}>
            {t("webhooks.add")}
          </Button>
        )
      }
    >
      {adding && (
        <NewWebhook
          site={site.slug}
          onCancel={() => setAdding(false)}
          onMade={(made) => {
            setAdding(false);
            setSecret(made);
            refresh();
          }}
        />
      )}
      {hooks?.map((hook) => (
        <WebhookCard key={hook.id} site={site.slug} hook={hook} onSecret={setSecret} onChanged={refresh} />
      ))}
      {hooks?.length === 0 && !adding && (
        <Message icon="hook" title={t("webhooks.none")} words={t("webhooks.noneWords")}>
          <Button onClick={() => setAdding(true)}>{t("webhooks.add")}</Button>
        </Message>
      )}
      <QueryState query={query} failed={t("webhooks.failed")} loading={t("webhooks.loading")} />
      <SecretOnce
        title={t("webhooks.secret")}
        words={t("webhooks.secretWords", { url: secret?.url ?? "" })}
        secret={secret?.secret ?? null}
        onClose={() => setSecret(null)}
      />
    </Page>
  );
}
