import { Button } from "@mantine/core";
import { Trans, useTranslation } from "react-i18next";
import { FormError } from "../app/form-error.tsx";
import { When } from "../comment/when.tsx";
import { number } from "../language/format.ts";
import type { CaughtByList } from "./use-caught.ts";
import css from "./word-lists.module.css";

/** Says where the figures beside the entries come from, or offers to make them. */
export function CaughtNote({ caught: { from, look } }: { caught: CaughtByList }) {
  const { t } = useTranslation();
  return (
    <>
      {from?.kind === "days" && (
        <p className={css.meta}>
          <Trans i18nKey="wordLists.figures.days" components={{ when: <When at={from.since} /> }} />
        </p>
      )}
      {from?.kind === "tried" && (
        <p className={css.meta}>{t("wordLists.figures.tried", { of: number(from.comments) })}</p>
      )}
      {look && !from && (
        <p className={css.meta}>
          {t("wordLists.figures.unasked")}{" "}
          <Button variant="subtle" size="compact-sm" loading={look.isPending} onClick={() => look.mutate()}>
            {t("wordLists.figures.look")}
          </Button>
        </p>
      )}
      <FormError error={look?.error ?? null} />
    </>
  );
}
