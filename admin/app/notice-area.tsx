import { CloseButton, UnstyledButton, VisuallyHidden } from "@mantine/core";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { BreakReminder } from "../wellness/break-reminder.tsx";
import { Icon } from "./icons.tsx";
import css from "./notice-area.module.css";
import { closeProblem, closeToast, type Toast, useNotices } from "./notices.ts";
import { useKeys } from "./use-keys.ts";

/** How long a decision's undo is offered on screen; the key works beyond that. */
const TOAST_MS = 10_000;

export function NoticeArea() {
  const { t } = useTranslation();
  const { toast, problems, said } = useNotices();
  const last = problems.at(-1);
  useKeys({ Escape: () => last && closeProblem(last.id) }, last !== undefined);
  return (
    <>
      <VisuallyHidden>
        <div aria-live="polite" key={said.n % 2}>
          {said.words}
        </div>
      </VisuallyHidden>
      <div className={css.area}>
        {problems.map((problem) => (
          <div key={problem.id} className={css.problem} role="alert">
            <Icon name="warn" size={18} />
            <span>{problem.words}</span>
            <CloseButton
              aria-label={t("app.notices.closeProblem")}
              onClick={() => closeProblem(problem.id)}
            />
          </div>
        ))}
        <BreakReminder />
        {toast && <ToastBar key={toast.id} toast={toast} />}
      </div>
    </>
  );
}

function ToastBar({ toast }: { toast: Toast }) {
  const { t } = useTranslation();
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => closeToast(toast.id), TOAST_MS);
    return () => clearTimeout(timer);
  }, [toast.id, held]);
  return (
    <section
      className={css.toast}
      aria-label={t("app.notices.lastDecision")}
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span>{toast.words}</span>
      {toast.undo ? (
        <UnstyledButton className={css.undo} onClick={toast.undo}>
          <Icon name="undo" /> {t("app.notices.undo")}{" "}
          <span className={css.key} aria-hidden="true">
            U
          </span>
        </UnstyledButton>
      ) : (
        <span style={{ width: 8 }} />
      )}
    </section>
  );
}
