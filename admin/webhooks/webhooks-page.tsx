import { Button } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { Site } from "../../server/sites/contract.ts";
import { listWebhooks } from "../../server/webhooks/contract.ts";
import { Icon } from "../app/icons.tsx";
import { Late } from "../app/late.tsx";
import { Message } from "../app/message.tsx";
import { SecretOnce } from "../app/secret-once.tsx";
import { call } from "../client.ts";
import { NewWebhook } from "./new-webhook.tsx";
import { WebhookCard } from "./webhook-card.tsx";
import css from "./webhooks-page.module.css";

/** Where a site's events are sent. */
export function WebhooksPage({ site }: { site: Site }) {
  const queries = useQueryClient();
  const [adding, setAdding] = useState(false);
  const [secret, setSecret] = useState<{ url: string; secret: string } | null>(null);
  useEffect(() => {
    document.title = `Webhooks · ${site.name} · Replydesk`;
  }, [site.name]);

  const query = useQuery({
    queryKey: ["webhooks", site.slug],
    queryFn: async ({ signal }) =>
      (await call(listWebhooks, { params: { site: site.slug }, query: { limit: 200 }, signal })).items,
  });
  const refresh = () => void queries.invalidateQueries({ queryKey: ["webhooks", site.slug] });
  const hooks = query.data;

  return (
    <div className={css.page}>
      <div className={css.head}>
        <div>
          <h1>Webhooks</h1>
          <p>Addresses of your own that are told what happens to the comments of {site.name}.</p>
        </div>
        {!adding && hooks && hooks.length > 0 && (
          <Button leftSection={<Icon name="plus" />} onClick={() => setAdding(true)}>
            Add a webhook
          </Button>
        )}
      </div>
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
        <Message
          icon="hook"
          title="Nobody is told yet"
          words="Add the address of a program of yours, and it hears of every event you choose, signed and retried for a day."
        >
          <Button onClick={() => setAdding(true)}>Add a webhook</Button>
        </Message>
      )}
      {!hooks && query.error && (
        <Message icon="cloudOff" title="The webhooks could not be loaded" words={query.error.message}>
          <Button onClick={() => void query.refetch()}>Try again</Button>
        </Message>
      )}
      {query.isPending && (
        <Late>
          <p className="rd-muted">Loading the webhooks.</p>
        </Late>
      )}
      <SecretOnce
        title="The signing secret"
        words={`What is sent to ${secret?.url} is signed with this secret, by the Standard Webhooks convention. Keep it now: it is not shown again.`}
        secret={secret?.secret ?? null}
        onClose={() => setSecret(null)}
      />
    </div>
  );
}
