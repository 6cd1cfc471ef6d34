import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { type Plot, ROWS } from "../../server/plots/contract.ts";
import { BANDS } from "../comment/bands.ts";
import { exact, number } from "../language/format.ts";
import { type Box, countIn, WHOLE } from "./box.ts";
import css from "./plot.module.css";

/** The same as the dots in numbers: how many in each band, each to be taken as the range. */
export function BandTable({ plot, onBox }: { plot: Plot; onBox: (box: Box) => void }) {
  const { t } = useTranslation();
  const bands = BANDS.map((band, i) => ({
    name: t(`comment.band.${band.name}`),
    box: {
      ...WHOLE,
      bottom: Math.round((BANDS[i - 1]?.below ?? 0) * ROWS),
      top: Math.min(ROWS, Math.round(band.below * ROWS)),
    },
  }));
  return (
    <table className={css.bands}>
      <caption>{t("plot.bands")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("plot.band")}</th>
          <th scope="col">{t("plot.range")}</th>
          <th scope="col">{t("plot.count")}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {bands.toReversed().map(({ name, box }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>
              {exact(box.bottom / ROWS)} – {exact(box.top / ROWS)}
            </td>
            <td>{number(countIn(plot.cells, box))}</td>
            <td>
              <Button size="compact-sm" variant="default" onClick={() => onBox(box)}>
                {t("plot.take", { band: name })}
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
