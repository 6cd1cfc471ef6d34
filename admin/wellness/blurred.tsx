import { VisuallyHidden } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import css from "./blurred.module.css";
import { useBlurred } from "./shown-text.ts";

/** What a comment says: blurred, and kept from screen readers too, until the person asks to see it. */
export function Blurred({ of, children }: { of: string; children: ReactNode }) {
  const { t } = useTranslation();
  const { blurred } = useBlurred(of);
  if (!blurred) return children;
  return (
    <>
      <VisuallyHidden>{t("wellness.veiled")}</VisuallyHidden>
      <div className={css.blurred} aria-hidden="true" inert>
        {children}
      </div>
    </>
  );
}
