import { Button, Textarea, TextInput } from "@mantine/core";
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Review } from "../../server/reviews/contract.ts";
import type { SiteSettings } from "../../server/sites/settings.ts";
import { Icon } from "../app/icons.tsx";
import { useKeys } from "../app/use-keys.ts";
import barCss from "./action-bar.module.css";
import { Key } from "./action-bar.tsx";
import type { Verdict } from "./acts.ts";
import { type Besides, BesidesFields, sanctionOf } from "./besides.tsx";
import { draftOf, keepDraft } from "./drafts.ts";
import css from "./reject-form.module.css";
import { suggestReason } from "./suggest-reason.ts";

interface Props {
  review: Review;
  reasons: SiteSettings["rejectReasons"];
  /** Somebody else has decided it or is on it: nothing is sent, what was typed stays. */
  settled: boolean;
  onReject: (verdict: Verdict) => void;
  onCancel: () => void;
}

/** Stands for words that the moderator writes; no reason of a site can be called so. */
const OWN = "*own";

/** Height in CSS pixels under which the choice covers most of the window, as at 200 % zoom. */
const LOW_WINDOW = 520;

/** Asks for the reason before a rejection, showing what the reader will be told. The comment stays in sight. */
export function RejectForm({ review, reasons, settled, onReject, onCancel }: Props) {
  const { t } = useTranslation();
  const draft = draftOf(review.id);
  const [picked, setPicked] = useState<string | null>(() =>
    draft ? draft.picked : suggestReason(review, reasons),
  );
  const [own, setOwn] = useState(draft?.own ?? "");
  const [note, setNote] = useState(draft?.note ?? "");
  const [missing, setMissing] = useState<string | null>(null);
  const [besides, setBesides] = useState<Besides>("nothing");
  const [alsoWaiting, setAlsoWaiting] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const choices = [...reasons, { id: OWN, label: t("decide.form.own"), words: "" }];
  const reason = reasons.find((one) => one.id === picked);

  useEffect(() => keepDraft(review.id, { picked, own, note }), [review.id, picked, own, note]);

  useEffect(() => {
    // In a low window the words being judged stay in sight, above the choice.
    if (innerHeight <= LOW_WINDOW) document.getElementById("comment-by")?.scrollIntoView();
    const radios = form.current?.querySelectorAll<HTMLInputElement>("input[type=radio]") ?? [];
    ([...radios].find((radio) => radio.checked) ?? radios[0])?.focus({ preventScroll: true });
  }, []);

  const pick = (id: string) => {
    setPicked(id);
    setMissing(null);
    if (id === OWN) setTimeout(() => form.current?.querySelector("textarea")?.focus());
    else
      form.current?.querySelector<HTMLInputElement>(`input[value="${id}"]`)?.focus({ preventScroll: true });
  };
  const confirm = () => {
    if (settled) return;
    const words = picked === OWN ? own.trim() : picked;
    if (words)
      onReject({
        action: "reject",
        reason: words,
        note: note.trim() || undefined,
        reader: sanctionOf(besides),
        alsoWaiting: alsoWaiting || undefined,
      });
    else setMissing(t(picked === OWN ? "decide.form.ownMissing" : "decide.form.missing"));
  };
  const digits = Object.fromEntries(choices.slice(0, 9).map((one, i) => [String(i + 1), () => pick(one.id)]));
  useKeys({ ...digits, Escape: onCancel, Enter: confirm });

  const inField = (event: KeyboardEvent) => {
    if (event.key === "Escape") onCancel();
    else if (event.key === "Enter" && !event.shiftKey && !event.nativeEvent.isComposing) {
      event.preventDefault();
      confirm();
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    confirm();
  };

  return (
    <div className={barCss.bar}>
      <form ref={form} className={css.panel} onSubmit={submit}>
        <fieldset>
          <legend>{t("decide.form.why", { name: review.reader.name })}</legend>
          <div className={css.reasons}>
            {choices.map((one, i) => (
              <label key={one.id} className={css.reason}>
                <input
                  type="radio"
                  name="reason"
                  value={one.id}
                  checked={picked === one.id}
                  onChange={() => pick(one.id)}
                />
                {i < 9 && (
                  <span className={css.digit} aria-hidden="true">
                    {i + 1}
                  </span>
                )}
                {one.label}
              </label>
            ))}
          </div>
        </fieldset>
        <p className={css.told} aria-live="polite">
          {settled ? (
            <strong>{t("decide.form.tooLate")}</strong>
          ) : missing ? (
            <strong>{missing}</strong>
          ) : reason ? (
            <>
              <span className="rd-muted">{t("decide.form.willRead", { name: review.reader.name })} </span>“
              {reason.words}”
            </>
          ) : (
            <span className="rd-muted">
              {picked === OWN
                ? t("decide.form.willReadOwn", { name: review.reader.name })
                : t("decide.form.pick")}
            </span>
          )}
        </p>
        <div className={css.fields}>
          {picked === OWN && (
            <Textarea
              aria-label={t("decide.form.told")}
              placeholder={t("decide.form.told")}
              autosize
              minRows={2}
              maxRows={5}
              maxLength={500}
              value={own}
              onChange={(event) => setOwn(event.currentTarget.value)}
              onKeyDown={inField}
            />
          )}
          <TextInput
            aria-label={t("decide.form.note")}
            placeholder={t("decide.form.noteHint")}
            maxLength={2000}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
            onKeyDown={inField}
          />
          <BesidesFields
            reader={review.reader}
            besides={besides}
            onBesides={setBesides}
            alsoWaiting={alsoWaiting}
            onAlsoWaiting={setAlsoWaiting}
          />
        </div>
        <div className={css.buttons}>
          <Button type="submit" disabled={settled} leftSection={<Icon name="cross" size={18} />}>
            {t("decide.reject")}
            <Key name="Enter" />
          </Button>
          <Button variant="default" onClick={onCancel}>
            {t("app.cancel")}
            <Key name="Esc" />
          </Button>
        </div>
      </form>
    </div>
  );
}
