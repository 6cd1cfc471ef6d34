import { Button, Modal, Switch, Text } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { deleteWebhook, rotateSecret, updateWebhook, type Webhook } from "../../server/webhooks/contract.ts";
import { showProblem, showToast } from "../app/notices.ts";
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
      showToast("Webhook removed.");
      onChanged();
    },
    onError,
  });

  return (
    <section className={css.hook} aria-label={hook.url}>
      <div className={css.top}>
        <div className={css.address}>
          <div className={css.url}>{hook.url}</div>
          <div className={css.events}>
            {hook.events.map(eventName).join(", ")}
            {hook.secretsInUse > 1 && " · two secrets in use for a day"}
          </div>
        </div>
        <Switch
          label={hook.enabled ? "On" : "Off"}
          aria-label={`Send to ${hook.url}`}
          checked={enable.isPending ? enable.variables : hook.enabled}
          onChange={(event) => enable.mutate(event.currentTarget.checked)}
        />
      </div>
      <div className={css.actions}>
        <Button variant="subtle" size="compact-sm" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? "Hide deliveries" : "Deliveries"}
        </Button>
        <Button variant="subtle" size="compact-sm" loading={rotate.isPending} onClick={() => rotate.mutate()}>
          New secret
        </Button>
        <Button variant="subtle" size="compact-sm" onClick={() => setRemoving(true)}>
          Remove
        </Button>
      </div>
      {open && <Deliveries site={site} hook={hook.id} />}
      <Modal
        opened={removing}
        onClose={() => setRemoving(false)}
        title="Remove this webhook?"
        closeButtonProps={{ "aria-label": "Close" }}
      >
        <Text size="sm" mb="md">
          {hook.url} will be told nothing more, and what is still waiting to be sent is dropped.
        </Text>
        <Button loading={remove.isPending} onClick={() => remove.mutate()} mr="sm">
          Remove
        </Button>
        <Button variant="default" onClick={() => setRemoving(false)}>
          Keep it
        </Button>
      </Modal>
    </section>
  );
}
