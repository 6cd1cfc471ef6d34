import { Button, Switch } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { deleteWebhook, rotateSecret, updateWebhook, type Webhook } from "../../server/webhooks/contract.ts";
import { Confirm } from "../app/confirm.tsx";
import { showProblem, showToast } from "../app/notices.ts";
import page from "../app/page.module.css";
import { call } from "../client.ts";
import { Deliveries } from "./deliveries.tsx";
import { eventName } from "./event-names.ts";
import css from "./webhooks-page.module.css";

interface Props {
  site: string;
  hook: Webhook;
  onSecret: (made: { url: string; secret: string }) => void;
  onChanged: () => void;
}

export function WebhookCard({ site, hook, onSecret, onChanged }: Props) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const [removing, setRemoving] = useState(false);
  const params = { site, id: hook.id };
  const onError = (error: Error) => showProblem(error.message);
  const enable = useMutation({
    mutationFn: (enabled: boolean) => call(updateWebhook, { params, body: { enabled } }),
    onSuccess: onChanged,
    onError,
  });
  const rotate = useMutation({
    mutationFn: () => call(rotateSecret, { params, body: {} }),
    onSuccess: (made) => {
      onSecret(made);
      onChanged();
    },
    onError,
  });
  const remove = useMutation({
    mutationFn: () => call(deleteWebhook, { params }),
    onSuccess: () => {
      setRemoving(false);
      showToast(t("webhooks.removed"));
      onChanged();
    },
    onError,
  });

  return (
    <section className={page.card} aria-label={hook.url}>
      <div className={css.top}>
        <div>
          <div className={page.name}>{hook.url}</div>
          <div className={page.meta}>
            {hook.events.map(eventName).join(", ")}
            {hook.secretsInUse > 1 && ` · ${t("webhooks.twoSecrets")}`}
          </div>
        </div>
        <Switch
          label={t(hook.enabled ? "app.on" : "app.off")}
          aria-label={t("webhooks.sendTo", { url: hook.url })}
          checked={enable.isPending ? enable.variables : hook.enabled}
          onChange={(event) => enable.mutate(event.currentTarget.checked)}
        />
      </div>
      <div className={css.actions}>
        <Button variant="subtle" size="compact-sm" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t(open ? "webhooks.hideDeliveries" : "webhooks.showDeliveries")}
        </Button>
        <Button variant="subtle" size="compact-sm" loading={rotate.isPending} onClick={() => rotate.mutate()}>
          {t("webhooks.newSecret")}
        </Button>
        <Button variant="subtle" size="compact-sm" onClick={() => setRemoving(true)}>
          {t("app.remove")}
        </Button>
      </div>
      {open && <Deliveries site={site} hook={hook.id} />}
      <Confirm
        opened={removing}
        title={t("webhooks.removeTitle")}
        words={t("webhooks.removeWords", { url: hook.url })}
        act={t("app.remove")}
        pending={remove.isPending}
        onAct={() => remove.mutate()}
        onClose={() => setRemoving(false)}
      />
    </section>
  );
}
