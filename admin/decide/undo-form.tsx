import { Button, Group, Modal, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { AskedReason } from "./undoable.ts";

/** Asks why a decision is taken back, once its ten seconds are over. */
export function UndoForm({ asked }: { asked: AskedReason }) {
  const { t } = useTranslation();
  const [reason, setReason] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim()) asked.answer(reason.trim());
  };
  return (
    <Modal
      opened
      onClose={() => asked.answer(null)}
      title={asked.title}
      closeButtonProps={{ "aria-label": t("app.close") }}
    >
      <form onSubmit={submit}>
        <TextInput
          data-autofocus
          label={t("decide.late.why")}
          description={t("decide.late.seen", { words: asked.words })}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Group mt="md" gap="sm">
          <Button type="submit" disabled={!reason.trim()}>
            {t("decide.late.takeBack")}
          </Button>
          <Button variant="default" onClick={() => asked.answer(null)}>
            {t("decide.late.stand")}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
