import { useTranslation } from "react-i18next";
import { useLiveState } from "../live/use-live.ts";
import css from "./shell.module.css";

/** Whether what is on screen is kept up to date: as a word and as a shape. */
export function LiveMark() {
  const { t } = useTranslation();
  const state = useLiveState();
  const word = t(`app.live.${state}`);
  return (
    <div
      className={css.live}
      data-state={state}
      role="status"
      aria-label={t("app.live.label", { state: word })}
    >
      <span className={css.shape} />
      {word}
    </div>
  );
}
