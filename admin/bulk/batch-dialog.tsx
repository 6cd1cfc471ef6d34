import { Button, Group, Modal, Radio, Stack, Textarea, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { SiteSettings } from "../../server/sites/settings.ts";
import { FormError } from "../app/form-error.tsx";
import { type Besides, BesidesSelect, sanctionOf } from "../decide/besides.tsx";
import { newKey } from "../decide/key.ts";
import css from "./bulk.module.css";
import { Preview, usePreview } from "./preview.tsx";
import type { Wish } from "./use-batch.ts";
import type { BatchAction, What } from "./what.ts";

interface Props {
  action: BatchAction;
  what: What;
  /** How many were chosen, until the server has counted. */
  count: number;
  reasons: SiteSettings["rejectReasons"];
  /** Rejects with the server's sentence when nothing was decided. */
  onDecide: (wish: Wish) => Promise<unknown>;
  onClose: () => void;
}

/** Stands for words that the moderator writes; no reason of a site can be called so. */
const OWN = "*own";

/** Shows what is meant before many comments are decided; a rejection is given its reason here. */
export function BatchDialog({ action, what, count, reasons, onDecide, onClose }: Props) {
  const { t } = useTranslation();
  const preview = usePreview(what);
  const [picked, setPicked] = useState("");
  const [own, setOwn] = useState("");
  const [note, setNote] = useState("");
  const [besides, setBesides] = useState<Besides>("nothing");
  const [missing, setMissing] = useState(false);
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<Error | null>(null);
  const [key] = useState(newKey);
  const seen = preview.data;
  const ready = seen !== undefined && seen.count > 0;
  const reason = picked === OWN ? own.trim() : picked;

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!ready) return;
    if (action === "reject" && !reason) return setMissing(true);
    setPending(true);
    setProblem(null);
    try {
      await onDecide({
        action,
        what,
        seen,
        key,
        ...(action === "reject" && { reason, reader: sanctionOf(besides) }),
        ...(note.trim() && { note: note.trim() }),
      });
      onClose();
    } catch (e) {
      setProblem(e instanceof Error ? e : null);
      setPending(false);
      void preview.refetch();
    }
  };

  return (
    <Modal
      opened
      size="lg"
      onClose={onClose}
      title={t(`bulk.dialog.${action}`, { count: seen?.count ?? count })}
      closeButtonProps={{ "aria-label": t("app.close") }}
    >
      <form onSubmit={submit}>
        <Preview query={preview} />
        {action === "reject" && (
          <Radio.Group
            label={t("bulk.why")}
            mt="md"
            value={picked}
            error={missing && t("decide.form.missing")}
            onChange={(value) => {
              setPicked(value);
              setMissing(false);
            }}
          >
            <div className={css.reasons}>
              {[...reasons, { id: OWN, label: t("decide.form.own") }].map(({ id, label }) => (
                <Radio key={id} value={id} label={label} />
              ))}
            </div>
          </Radio.Group>
        )}
        <Stack gap="sm" mt="sm">
          {action === "reject" && <ReaderWill picked={picked} reasons={reasons} own={own} onOwn={setOwn} />}
          <TextInput
            aria-label={t("decide.form.note")}
            placeholder={t("decide.form.noteHint")}
            maxLength={2000}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          {action === "reject" && (
            <BesidesSelect
              label={t("bulk.readers", { count: seen?.readers ?? count })}
              besides={besides}
              onBesides={setBesides}
            />
          )}
          <FormError error={problem} />
        </Stack>
        <Group mt="xs" gap="sm" className={css.buttons}>
          <Button
            type="submit"
            loading={pending}
            aria-disabled={!ready}
            data-disabled={!ready || undefined}
            data-autofocus={action !== "reject" || undefined}
          >
            {t(`bulk.${action}`)}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t("app.cancel")}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}

/** The words the readers are given: those of the reason, or one's own. */
function ReaderWill(props: {
  picked: string;
  reasons: SiteSettings["rejectReasons"];
  own: string;
  onOwn: (words: string) => void;
}) {
  const { t } = useTranslation();
  if (props.picked === OWN)
    return (
      <Textarea
        label={t("decide.form.told")}
        autosize
        minRows={2}
        maxRows={5}
        maxLength={500}
        value={props.own}
        onChange={(event) => props.onOwn(event.currentTarget.value)}
      />
    );
  const reason = props.reasons.find(({ id }) => id === props.picked);
  return (
    <p className={css.told} aria-live="polite">
      <span className="rd-muted">{reason ? t("bulk.willRead") : t("bulk.pickReason")}</span>
      {reason && ` “${reason.words}”`}
    </p>
  );
}
