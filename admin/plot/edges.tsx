import { useTranslation } from "react-i18next";
import { COLUMNS, ROWS } from "../../server/plots/contract.ts";
import { type Box, type Edge, moveEdge, WHOLE } from "./box.ts";
import css from "./plot.module.css";

interface Props {
  box: Box | null;
  names: { up: string; across: string };
  /** What an edge stands at, in words. */
  words: (edge: Edge, at: number) => string;
  onBox: (box: Box) => void;
}

const EDGES = ["bottom", "top", "left", "right"] as const;

/** The range's four edges as sliders: arrows move by one cell, Page Up and Down by ten. */
export function Edges({ box, names, words, onBox }: Props) {
  const { t } = useTranslation();
  const now = box ?? WHOLE;
  return (
    <fieldset className={css.edges}>
      <legend>{t("plot.edges")}</legend>
      {EDGES.map((edge) => {
        const up = edge === "bottom" || edge === "top";
        return (
          <label key={edge}>
            <span>{t(`plot.edge.${edge}`, { name: up ? names.up : names.across })}</span>
            <input
              type="range"
              min={0}
              max={up ? ROWS : COLUMNS}
              step={1}
              value={now[edge]}
              aria-valuetext={words(edge, now[edge])}
              onChange={(event) => onBox(moveEdge(now, edge, event.currentTarget.valueAsNumber))}
            />
            <output>{words(edge, now[edge])}</output>
          </label>
        );
      })}
    </fieldset>
  );
}
