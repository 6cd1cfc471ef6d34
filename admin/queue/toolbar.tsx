import { Button, NativeSelect, SegmentedControl, VisuallyHidden } from "@mantine/core";
import i18next from "i18next";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Queue } from "../../server/reviews/contract.ts";
import { Icon } from "../app/icons.tsx";
import { ATTRIBUTES, attributeName } from "../comment/bands.ts";
import { number } from "../language/format.ts";
import type { Filters } from "./look.ts";
import { isPlain } from "./plain.ts";
import css from "./queue-page.module.css";
import { isSort, SORTS } from "./sort.ts";
import { isMode, type Mode } from "./use-mode.ts";

interface Props {
  queue: Queue;
  count: number | undefined;
  fresh: number;
  onShowFresh: () => void;
  filters: Filters;
  onFilters: (filters: Filters) => void;
  mode: Mode;
  onMode: (mode: Mode) => void;
  /** Names of colleagues at work in this queue; empty when there are none. */
  alsoHere: string;
  /** What is wrong with the connection, if anything is. */
  warning: ReactNode;
}

export function Toolbar(props: Props) {
  const { queue, count, fresh, onShowFresh, filters, onFilters, mode, onMode, alsoHere, warning } = props;
  const { t } = useTranslation();
  return (
    <div className={css.toolbar}>
      <h1 className={css.title}>
        {t(`queue.name.${queue}`)} {count !== undefined && <span>{number(count)}</span>}
      </h1>
      {fresh > 0 && (
        <Button size="compact-sm" radius="xl" onClick={onShowFresh}>
          {t("queue.fresh", { count: fresh })}
        </Button>
      )}
      {alsoHere && <span className={css.alsoHere}>{t("queue.alsoHere", { names: alsoHere })}</span>}
      {warning}
      <div className={css.tools}>
        {/* Dots have no order. */}
        {mode !== "plot" && (
          <NativeSelect
            aria-label={t("queue.sortBy")}
            value={filters.by ? `score ${filters.by}` : (filters.sort ?? "oldest")}
            data={sortsOf(queue).map((value) => ({ value, label: labelOf(value) }))}
            onChange={(event) => {
              const [sort, by] = event.currentTarget.value.split(" ");
              if (isSort(sort)) onFilters({ ...filters, sort, by: by as Filters["by"] });
            }}
          />
        )}
        <SegmentedControl
          aria-label={t("queue.showAs")}
          value={mode}
          onChange={(value) => isMode(value) && onMode(value)}
          data={[
            { value: "focus", label: <ModeLabel icon="card" label={t("queue.mode.focus")} /> },
            { value: "list", label: <ModeLabel icon="list" label={t("queue.mode.list")} /> },
            ...(isPlain(queue)
              ? [{ value: "plot", label: <ModeLabel icon="dots" label={t("queue.mode.plot")} /> }]
              : []),
          ]}
        />
      </div>
    </div>
  );
}

/** Blind queues have no scores to sort by, and only some comments have reports. */
function sortsOf(queue: Queue): string[] {
  const blind = queue === "appealed" || queue === "sample";
  return SORTS.flatMap((sort) => {
    if (sort === "score") return blind ? [] : [sort, ...ATTRIBUTES.map((id) => `score ${id}`)];
    return sort === "reports" && blind ? [] : [sort];
  });
}

function labelOf(value: string): string {
  const [sort, by] = value.split(" ");
  const attribute = ATTRIBUTES.find((id) => id === by);
  if (attribute) return i18next.t("queue.sortByAttribute", { attribute: attributeName(attribute) });
  return isSort(sort) ? i18next.t(`queue.sort.${sort}`) : value;
}

function ModeLabel({ icon, label }: { icon: "card" | "list" | "dots"; label: string }) {
  return (
    <span style={{ display: "grid", placeItems: "center", height: 20 }} title={label}>
      <Icon name={icon} size={18} />
      <VisuallyHidden>{label}</VisuallyHidden>
    </span>
  );
}
