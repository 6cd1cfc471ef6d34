import { Tooltip } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { exact } from "../language/format.ts";
import { bandOf } from "./bands.ts";
import css from "./meter.module.css";

/** A score as a band: a word and a rising shape, the number on hover or focus. `tell` is said in front of the number. */
export function Meter({ score, tell, quiet }: { score: number; tell?: string; quiet?: boolean }) {
  const { t } = useTranslation();
  const band = bandOf(score);
  const word = t(`comment.band.${band.name}`);
  const label = tell
    ? t("comment.told", { tell, score: exact(score) })
    : t("comment.ofOne", { score: exact(score) });
  const shape = (
    <span
      className={css.meter}
      data-steps={band.steps}
      {...(quiet ? {} : { tabIndex: 0, role: "img", "aria-label": `${word}, ${label}` })}
    >
      <span className={css.steps} aria-hidden="true">
        {[1, 2, 3, 4].map((step) => (
          <span key={step} className={`${css.step} ${step <= band.steps ? css.on : ""}`} />
        ))}
      </span>
      <span className={css.word}>{word}</span>
    </span>
  );
  return quiet ? shape : <Tooltip label={label}>{shape}</Tooltip>;
}
