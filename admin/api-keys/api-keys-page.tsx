import { Button } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Trans, useTranslation } from "react-i18next";
import { listApiKeys } from "../../server/api-keys/contract.ts";
import type { Site } from "../../server/sites/contract.ts";
import { Icon } from "../app/icons.tsx";
import { Message } from "../app/message.tsx";
import { Page } from "../app/page.tsx";
import { QueryState } from "../app/query-state.tsx";
import { SecretOnce } from "../app/secret-once.tsx";
import { call } from "../client.ts";
import { bringWords } from "../language/bring-words.ts";
import { KeyCard } from "./key-card.tsx";
import { NewKey } from "./new-key.tsx";
import { en } from "./words.en.ts";

bringWords("apiKeys", en);

/** The keys by which a site's own programs ask for scores. */
export function ApiKeysPage({ site }: { site: Site }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [adding, setAdding] = useState(false);
  const [made, setMade] = useState<string | null>(null);
  const query = useQuery({
    queryKey: ["api-keys", site.slug],
    queryFn: async ({ signal }) =>
      (await call(listApiKeys, { params: { site: site.slug }, query: { limit: 200 }, signal })).items,
  });
  const refresh = () => void queries.invalidateQueries({ queryKey: ["api-keys", site.slug] });
  const keys = query.data;

  return (
    <Page
      title={t("apiKeys.title")}
      site={site.name}
      about={
        <Trans
          i18nKey="apiKeys.about"
          values={{ address: `${location.origin}/v1alpha1/comments:analyze` }}
          components={{ site: <bdi>{site.name}</bdi>, code: <code /> }}
        />
      }
      action={
        !adding &&
        keys &&
        keys.length > 0 && (
          <Button leftSection={<Icon name="plus" />} onClick={() => setAdding(true)}>
            {t("apiKeys.make")}
          </Button>
        )
      }
    >
      {adding && (
        <NewKey
          site={site.slug}
          onCancel={() => setAdding(false)}
          onMade={(key) => {
            setAdding(false);
            setMade(key);
            refresh();
          }}
        />
      )}
      {keys?.map((key) => (
        <KeyCard key={key.id} site={site.slug} apiKey={key} onChanged={refresh} />
      ))}
      {keys?.length === 0 && !adding && (
        <Message icon="key" title={t("apiKeys.none")} words={t("apiKeys.noneWords")}>
          <Button onClick={() => setAdding(true)}>{t("apiKeys.make")}</Button>
        </Message>
      )}
      <QueryState query={query} failed={t("apiKeys.failed")} loading={t("apiKeys.loading")} />
      <SecretOnce
        title={t("apiKeys.secret")}
        words={t("apiKeys.secretWords")}
        secret={made}
        onClose={() => setMade(null)}
      />
    </Page>
  );
}
