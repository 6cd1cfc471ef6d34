import { Button } from "@mantine/core";
import { type ReactNode, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "../app/icons.tsx";
import page from "../app/page.module.css";
import css from "./insights.module.css";

interface Props {
  title: string;
  /** What it says, in a sentence. */
  says: ReactNode;
  /** What to be careful about; null: nothing. */
  careful?: string | null;
  /** Where its numbers are had as a file. */
  file: string;
  chart?: ReactNode;
  /** The chart's numbers; shown at once where there is no chart. */
  table?: ReactNode;
}

/** One figure: a sentence, a chart, and the numbers behind it beside the chart, when asked. */
export function Figure({ title, says, careful, file, chart, table }: Props) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const id = useId();
  const shown = open || !chart;
  return (
    <section className={`${page.section} ${css.figure}`} aria-labelledby={id}>
      <div className={css.head}>
        <h2 id={id}>{title}</h2>
        <div className={css.tools}>
          {chart && table && (
            <Button
              size="compact-sm"
              variant="default"
              aria-expanded={open}
              aria-label={t(open ? "insights.hideTableOf" : "insights.showTableOf", { title })}
              onClick={() => setOpen(!open)}
            >
              {t(open ? "insights.hideTable" : "insights.showTable")}
            </Button>
          )}
          <Button
            size="compact-sm"
            variant="default"
            component="a"
            href={file}
            download
            leftSection={<Icon name="out" size={14} />}
            aria-label={t("insights.csvOf", { title })}
          >
            CSV
          </Button>
        </div>
      </div>
      <div className={css.says}>{says}</div>
      {careful && (
        <p className={css.careful}>
          <Icon name="warn" size={16} /> {careful}
        </p>
      )}
      {chart}
      {shown && table}
    </section>
  );
}
