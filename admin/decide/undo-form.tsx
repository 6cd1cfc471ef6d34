import { Button, Group, Modal, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import type { AskedReason } from "./use-decide.ts";

/** Asks why a decision is taken back, once its ten seconds are over. */
export function UndoForm({ asked }: { asked: AskedReason }) {
  const [reason, setReason] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim()) asked.answer(reason.trim());
  };
  return (
    <Modal
      opened
      onClose={() => asked.answer(null)}
      title={`Take back the decision on ${asked.name}’s comment?`}
      closeButtonProps={{ "aria-label": "Close" }}
    >
      <form onSubmit={submit}>
        <TextInput
          data-autofocus
          label="Why?"
          description={`${asked.words} Colleagues see it in the log, readers do not.`}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Group mt="md" gap="sm">
          <Button type="submit" disabled={!reason.trim()}>
            Take it back
          </Button>
          <Button variant="default" onClick={() => asked.answer(null)}>
            Let it stand
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
