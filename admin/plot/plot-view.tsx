import { Button, NativeSelect } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { COLUMNS, type Plot, ROWS, readPlot } from "../../server/plots/contract.ts";
import { Icon } from "../app/icons.tsx";
import { Message } from "../app/message.tsx";
import { QueryState } from "../app/query-state.tsx";
import { Preview, usePreview } from "../bulk/preview.tsx";
import type { useBulk } from "../bulk/use-bulk.ts";
import type { What } from "../bulk/what.ts";
import { call } from "../client.ts";
import { ATTRIBUTES, type Attribute, attributeName } from "../comment/bands.ts";
import { ruleName } from "../comment/rule-name.ts";
import { exact, exactTime } from "../language/format.ts";
import { BandTable } from "./band-table.tsx";
import { type Box, countIn, type Edge, WHOLE } from "./box.ts";
import { Edges } from "./edges.tsx";
import css from "./plot.module.css";
import { PlotCanvas } from "./plot-canvas.tsx";

type Filter = Extract<What, { filter: unknown }>["filter"];

/** While nobody decides, the picture is at most this old, in ms. */
const FRESH_MS = 15_000;
/** The preview follows the range once it rests this long, in ms. */
const REST_MS = 300;

interface Props {
  whole: Filter;
  bulk: ReturnType<typeof useBulk>;
  /** In the picture's place where nothing waits. */
  nothing: ReactNode;
}

/** The waiting comments as dots; a range of them is looked at, then decided as one batch. */
export function PlotView({ whole, bulk, nothing }: Props) {
  const { t } = useTranslation();
  const [y, setY] = useState<Attribute>("TOXICITY");
  const [x, setX] = useState<"time" | Attribute>("time");
  const [box, setBox] = useState<Box | null>(null);
  const query = useQuery({
    queryKey: ["plot", whole, x, y],
    queryFn: ({ signal }) => call(readPlot, { query: { ...placeOf(whole), x, y }, signal }),
    refetchInterval: box === null ? FRESH_MS : false,
  });
  const plot = query.data;
  const what = plot && box ? { filter: filterOf(whole, plot, box, { x, y }) } : null;
  const [rested] = useDebouncedValue(what, REST_MS);
  const preview = usePreview(rested);
  const count = plot && box ? countIn(plot.cells, box) : 0;
  const names = { up: attributeName(y), across: x === "time" ? t("plot.time") : attributeName(x) };
  const at = (attribute: string) => (plot?.thresholds ?? []).filter((one) => one.attribute === attribute);

  const words = (edge: Edge, cell: number): string => {
    if (edge === "bottom" || edge === "top") return exact(cell / ROWS);
    if (x !== "time") return exact(cell / COLUMNS);
    return plot?.time ? exactTime(moment(plot.time, cell)) : "";
  };
  return (
    <div className={css.page}>
      <div>
        <div className={css.axes}>
          <NativeSelect
            label={t("plot.up")}
            value={y}
            data={ATTRIBUTES.map((value) => ({ value, label: attributeName(value) }))}
            onChange={(event) => {
              setY(event.currentTarget.value as Attribute);
              setBox(null);
            }}
          />
          <NativeSelect
            label={t("plot.across")}
            value={x}
            data={[
              { value: "time", label: t("plot.time") },
              ...ATTRIBUTES.map((value) => ({ value, label: attributeName(value) })),
            ]}
            onChange={(event) => {
              setX(event.currentTarget.value as "time" | Attribute);
              setBox(null);
            }}
          />
        </div>
        <QueryState query={query} failed={t("plot.failed")} loading={t("plot.loading")} />
        {plot?.count === 0 && plot.unscored === 0 && nothing}
        {plot?.count === 0 && plot.unscored > 0 && (
          <Message icon="check" good title={t("plot.none")} words={t("plot.noneWords")} />
        )}
        {plot && plot.count > 0 && (
          <>
            <div className={css.frame}>
              <PlotCanvas
                plot={plot}
                label={t("plot.picture", names)}
                box={box}
                lines={at(y).map((one) => one.at)}
                across={x === "time" ? [] : at(x).map((one) => one.at)}
                onBox={setBox}
              />
              <div className={css.scale} aria-hidden="true">
                <span>{words("left", 0)}</span>
                <span>{words("right", COLUMNS)}</span>
              </div>
            </div>
            <p className={css.lines}>
              {[...at(y), ...(x === "time" ? [] : at(x))]
                .map((one) => `${ruleName(one)}: ${exact(one.at)}`)
                .join(" · ")}
            </p>
            <Edges box={box} names={names} words={words} onBox={setBox} />
            <BandTable plot={plot} onBox={setBox} />
          </>
        )}
        {plot && plot.unscored > 0 && (
          <p className={css.note}>{t("plot.unscored", { count: plot.unscored })}</p>
        )}
      </div>
      <section className={css.side} aria-label={t("bulk.bar")}>
        <h2 aria-live="polite">
          {box ? t("plot.inRange", { count }) : plot && plot.cells.count.length > 0 && t("plot.drag")}
        </h2>
        {what && (
          <>
            <div className={css.buttons}>
              <Button
                leftSection={<Icon name="check" size={18} />}
                onClick={() => bulk.askFor("approve", what, count)}
              >
                {t("bulk.approve")}
              </Button>
              <Button
                variant="default"
                leftSection={<Icon name="cross" size={18} />}
                onClick={() => bulk.askFor("reject", what, count)}
              >
                {t("bulk.reject")}
              </Button>
              <Button variant="subtle" color="gray" onClick={() => setBox(null)}>
                {t("plot.clear")}
              </Button>
            </div>
            <Preview query={preview} />
          </>
        )}
      </section>
    </div>
  );
}

/** The queue and what it is narrowed to, as the plot is asked for it. */
const placeOf = ({ queue, site, article, section, reason, rule, language, scored, assigned }: Filter) => ({
  queue,
  site,
  article,
  section,
  reason,
  rule,
  language,
  scored,
  assigned,
});

const moment = ({ from, stepMs }: NonNullable<Plot["time"]>, cell: number): string =>
  new Date(Date.parse(from) + cell * stepMs).toISOString();

/** The range as a filter. An axis that is taken whole says nothing, so that comments without that score count as well. */
function filterOf(
  whole: Filter,
  { time }: Plot,
  box: Box,
  { x, y }: { x: "time" | Attribute; y: Attribute },
): Filter {
  const across = box.left !== WHOLE.left || box.right !== WHOLE.right;
  const scores = [{ attribute: y, from: box.bottom / ROWS, to: box.top / ROWS }];
  if (x !== "time") scores.push({ attribute: x, from: box.left / COLUMNS, to: box.right / COLUMNS });
  const since = time &&
    x === "time" &&
    across && { from: moment(time, box.left), to: moment(time, box.right) };
  return { ...whole, scores, ...(since && { since }) };
}
