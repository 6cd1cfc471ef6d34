import { Button, NativeSelect, SegmentedControl, VisuallyHidden } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "../app/icons.tsx";
import { number } from "../language/format.ts";
import css from "./held-page.module.css";
import { isSort, SORTS, type Sort } from "./sort.ts";
import { isMode, type Mode } from "./use-mode.ts";

interface Props {
  count: number | undefined;
  fresh: number;
  onShowFresh: () => void;
  sort: Sort;
  onSort: (sort: Sort) => void;
  mode: Mode;
  onMode: (mode: Mode) => void;
  /** Names of colleagues at work in this queue; empty when there are none. */
  alsoHere: string;
  /** What is wrong with the connection, if anything is. */
  warning: ReactNode;
}

export function Toolbar({ count, fresh, onShowFresh, sort, onSort, mode, onMode, alsoHere, warning }: Props) {
  const { t } = useTranslation();
  return (
    <div className={css.toolbar}>
      <h1 className={css.title}>
        {t("queue.held")} {count !== undefined && <span>{number(count)}</span>}
      </h1>
      {fresh > 0 && (
        <Button size="compact-sm" radius="xl" onClick={onShowFresh}>
          {t("queue.fresh", { count: fresh })}
        </Button>
      )}
      {alsoHere && <span className={css.alsoHere}>{t("queue.alsoHere", { names: alsoHere })}</span>}
      {warning}
      <div className={css.tools}>
        <NativeSelect
          aria-label={t("queue.sortBy")}
          value={sort}
          data={SORTS.map((value) => ({ value, label: t(`queue.sort.${value}`) }))}
          onChange={(event) => {
            const { value } = event.currentTarget;
            if (isSort(value)) onSort(value);
          }}
        />
        <SegmentedControl
          aria-label={t("queue.showAs")}
          value={mode}
          onChange={(value) => isMode(value) && onMode(value)}
          data={[
            { value: "focus", label: <ModeLabel icon="card" label={t("queue.mode.focus")} /> },
            { value: "list", label: <ModeLabel icon="list" label={t("queue.mode.list")} /> },
            { value: "plot", label: <ModeLabel icon="dots" label={t("queue.mode.plot")} /> },
          ]}
        />
      </div>
    </div>
  );
}

function ModeLabel({ icon, label }: { icon: "card" | "list" | "dots"; label: string }) {
  return (
    <span style={{ display: "grid", placeItems: "center", height: 20 }} title={label}>
      <Icon name={icon} size={18} />
      <VisuallyHidden>{label}</VisuallyHidden>
    </span>
  );
}
