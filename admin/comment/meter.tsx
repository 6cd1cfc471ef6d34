import { Tooltip } from "@mantine/core";
import { bandOf, exact } from "./bands.ts";
import css from "./meter.module.css";

/** A score as a band: a word and a rising shape, the number on hover or focus. `tell` is said in front of the number. */
export function Meter({ score, tell, quiet }: { score: number; tell?: string; quiet?: boolean }) {
  const band = bandOf(score);
  const label = `${tell ? `${tell}: ` : ""}${exact(score)} of 1`;
  const shape = (
    <span
      className={css.meter}
      data-steps={band.steps}
      {...(quiet ? {} : { tabIndex: 0, role: "img", "aria-label": `${band.name}, ${label}` })}
    >
      <span className={css.steps} aria-hidden="true">
        {[1, 2, 3, 4].map((step) => (
          <span key={step} className={`${css.step} ${step <= band.steps ? css.on : ""}`} />
        ))}
      </span>
      <span className={css.word}>{band.name}</span>
    </span>
  );
  return quiet ? shape : <Tooltip label={label}>{shape}</Tooltip>;
}
