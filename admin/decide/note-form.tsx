import { Button, Textarea } from "@mantine/core";
import { type FormEvent, type KeyboardEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "../app/icons.tsx";
import { Key } from "./action-bar.tsx";
import css from "./note-form.module.css";

interface Props {
  /** An owner is asked, or answers. */
  to: "owner" | "queue";
  settled: boolean;
  onSend: (note: string) => void;
  onCancel: () => void;
}

/** The word that goes with a comment to an owner, or back from one. */
export function NoteForm({ to, settled, onSend, onCancel }: Props) {
  const { t } = useTranslation();
  const [note, setNote] = useState("");
  const words = note.trim();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (words && !settled) onSend(words);
  };
  const press = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === "Escape") onCancel();
    else if (event.key === "Enter" && !event.shiftKey && !event.nativeEvent.isComposing) submit(event);
    else return;
    event.preventDefault();
  };
  return (
    <form className={css.form} onSubmit={submit}>
      <Textarea
        autoFocus
        label={t(to === "owner" ? "decide.askOwner" : "decide.answerBack")}
        description={t("decide.noteForColleagues")}
        autosize
        minRows={2}
        maxRows={6}
        maxLength={2000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
        onKeyDown={press}
      />
      <div className={css.buttons}>
        <Button
          type="submit"
          disabled={!words || settled}
          leftSection={<Icon name={to === "owner" ? "escalate" : "back"} size={18} />}
        >
          {t(to === "owner" ? "decide.escalate" : "decide.sendBack")}
          <Key name="Enter" />
        </Button>
        <Button variant="default" onClick={onCancel}>
          {t("app.cancel")}
          <Key name="Esc" />
        </Button>
      </div>
    </form>
  );
}
