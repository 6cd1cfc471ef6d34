import { Checkbox, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { COMMENT_EVENTS } from "../../server/events/contract.ts";
import { createWebhook } from "../../server/webhooks/contract.ts";
import { NewForm } from "../app/new-form.tsx";
import page from "../app/page.module.css";
import { call } from "../client.ts";
import { eventName } from "./event-names.ts";

interface Props {
  site: string;
  onMade: (made: { url: string; secret: string }) => void;
  onCancel: () => void;
}

export function NewWebhook({ site, onMade, onCancel }: Props) {
  const { t } = useTranslation();
  const [url, setUrl] = useState("");
  const [events, setEvents] = useState<string[]>(["comment.approved", "comment.rejected"]);
  const make = useMutation({
    mutationFn: () => {
      const chosen = COMMENT_EVENTS.filter((event) => events.includes(event));
      return call(createWebhook, { params: { site }, body: { url: url.trim(), events: chosen } });
    },
    onSuccess: onMade,
  });
  return (
    <NewForm
      title={t("webhooks.add")}
      submit={t("webhooks.addIt")}
      make={make}
      incomplete={events.length === 0}
      onCancel={onCancel}
    >
      <TextInput
        label={t("webhooks.address")}
        type="url"
        placeholder="https://"
        required
        withAsterisk={false}
        autoFocus
        value={url}
        onChange={(event) => setUrl(event.currentTarget.value)}
      />
      <Checkbox.Group label={t("webhooks.tellWhen")} value={events} onChange={setEvents}>
        <div className={page.checks}>
          {COMMENT_EVENTS.map((event) => (
            <Checkbox key={event} value={event} label={eventName(event)} />
          ))}
        </div>
      </Checkbox.Group>
    </NewForm>
  );
}
