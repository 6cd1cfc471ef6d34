import { Button } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { listApiKeys } from "../../server/api-keys/contract.ts";
import type { Site } from "../../server/sites/contract.ts";
import { Icon } from "../app/icons.tsx";
import { Late } from "../app/late.tsx";
import { Message } from "../app/message.tsx";
import { SecretOnce } from "../app/secret-once.tsx";
import { call } from "../client.ts";
import css from "../webhooks/webhooks-page.module.css";
import { KeyCard } from "./key-card.tsx";
import { NewKey } from "./new-key.tsx";

/** The keys by which a site's own programs ask for scores. */
export function ApiKeysPage({ site }: { site: Site }) {
  const queries = useQueryClient();
  const [adding, setAdding] = useState(false);
  const [made, setMade] = useState<string | null>(null);
  useEffect(() => {
    document.title = `API keys · ${site.name} · Replydesk`;
  }, [site.name]);

  const query = useQuery({
    queryKey: ["api-keys", site.slug],
    queryFn: async ({ signal }) =>
      (await call(listApiKeys, { params: { site: site.slug }, query: { limit: 200 }, signal })).items,
  });
  const refresh = () => void queries.invalidateQueries({ queryKey: ["api-keys", site.slug] });
  const keys = query.data;

  return (
    <div className={css.page}>
      <div className={css.head}>
        <div>
          <h1>API keys</h1>
          <p>
            For programs of {site.name} that ask for scores, by the address that the Perspective API had:{" "}
            <code>{location.origin}/v1alpha1/comments:analyze</code>
          </p>
        </div>
        {!adding && keys && keys.length > 0 && (
          <Button leftSection={<Icon name="plus" />} onClick={() => setAdding(true)}>
            Make a key
          </Button>
        )}
      </div>
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
        <Message
          icon="key"
          title="No program has a key yet"
          words="Make one for each program that asks for scores, so that you can end one without the others."
        >
          <Button onClick={() => setAdding(true)}>Make a key</Button>
        </Message>
      )}
      {!keys && query.error && (
        <Message icon="cloudOff" title="The keys could not be loaded" words={query.error.message}>
          <Button onClick={() => void query.refetch()}>Try again</Button>
        </Message>
      )}
      {query.isPending && (
        <Late>
          <p className="rd-muted">Loading the keys.</p>
        </Late>
      )}
      <SecretOnce
        title="The key"
        words="The program sends it as ?key= or in the header x-goog-api-key. Keep it now: it is not shown again."
        secret={made}
        onClose={() => setMade(null)}
      />
    </div>
  );
}
