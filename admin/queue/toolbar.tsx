import { Button, NativeSelect, SegmentedControl, VisuallyHidden } from "@mantine/core";
import { Icon } from "../app/icons.tsx";
import css from "./held-page.module.css";
import { isSort, SORTS, type Sort } from "./sort.ts";
import type { Mode } from "./use-mode.ts";

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
}

export function Toolbar({ count, fresh, onShowFresh, sort, onSort, mode, onMode, alsoHere }: Props) {
  return (
    <div className={css.toolbar}>
      <h1 className={css.title}>Held {count !== undefined && <span>{count.toLocaleString()}</span>}</h1>
      {fresh > 0 && (
        <Button size="compact-sm" radius="xl" onClick={onShowFresh}>
          {fresh.toLocaleString()} new, show
        </Button>
      )}
      {alsoHere && <span className={css.alsoHere}>also here: {alsoHere}</span>}
      <div className={css.tools}>
        <NativeSelect
          aria-label="Sort by"
          value={sort}
          data={[...SORTS]}
          onChange={(event) => {
            const { value } = event.currentTarget;
            if (isSort(value)) onSort(value);
          }}
        />
        <SegmentedControl
          aria-label="Show as"
          value={mode}
          onChange={(value) => onMode(value === "list" ? "list" : "focus")}
          data={[
            { value: "focus", label: <ModeLabel icon="card" label="Focus" /> },
            { value: "list", label: <ModeLabel icon="list" label="List" /> },
          ]}
        />
      </div>
    </div>
  );
}

function ModeLabel({ icon, label }: { icon: "card" | "list"; label: string }) {
  return (
    <span style={{ display: "grid", placeItems: "center", height: 20 }} title={label}>
      <Icon name={icon} size={18} />
      <VisuallyHidden>{label}</VisuallyHidden>
    </span>
  );
}
