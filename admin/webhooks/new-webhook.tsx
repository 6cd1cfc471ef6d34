import { Button, Checkbox, Group, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { COMMENT_EVENTS } from "../../server/events/contract.ts";
import { createWebhook } from "../../server/webhooks/contract.ts";
import { call } from "../client.ts";
import { EVENT_CHOICES } from "./event-names.ts";
import css from "./webhooks-page.module.css";

interface Props {
  site: string;
  onMade: (made: { url: string; secret: string }) => void;
  onCancel: () => void;
}

export function NewWebhook({ site, onMade, onCancel }: Props) {
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
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        make.mutate();
      }}
    >
      <h2>Add a webhook</h2>
      <TextInput
        label="Address"
        type="url"
        placeholder="https://"
        required
        withAsterisk={false}
        autoFocus
        value={url}
        onChange={(event) => setUrl(event.currentTarget.value)}
      />
      <Checkbox.Group mt="md" label="Tell it when a comment is" value={events} onChange={setEvents}>
        <div className={css.checks}>
          {EVENT_CHOICES.map(({ event, name }) => (
            <Checkbox key={event} value={event} label={name} />
          ))}
        </div>
      </Checkbox.Group>
      {make.error && (
        <p className={css.error} role="alert">
          {make.error.message}
        </p>
      )}
      <Group mt="lg" gap="sm">
        <Button type="submit" loading={make.isPending} disabled={events.length === 0}>
          Add
        </Button>
        <Button variant="default" onClick={onCancel}>
          Cancel
        </Button>
      </Group>
    </form>
  );
}
