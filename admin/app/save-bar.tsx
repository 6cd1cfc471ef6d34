import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import css from "./save-bar.module.css";

interface Props {
  save: { error: Error | null; isPending: boolean; reset: () => void };
  onDiscard: () => void;
}

/** Stands at the foot of a form while something in it is not saved. */
export function SaveBar({ save, onDiscard }: Props) {
  const { t } = useTranslation();
  return (
    <div className={css.save}>
      {save.error && (
        <div className={css.error} role="alert">
          {t("app.notSaved", { problem: save.error.message })}
        </div>
      )}
      <span>{t("app.unsaved")}</span>
      <Button
        type="button"
        variant="default"
        onClick={() => {
          onDiscard();
          save.reset();
        }}
      >
        {t("app.discard")}
      </Button>
      <Button type="submit" loading={save.isPending}>
        {t("app.save")}
      </Button>
    </div>
  );
}
