import { Button } from "@mantine/core";
import { type ReactNode, useState } from "react";
import css from "./version-entry.module.css";

interface Props {
  /** In the viewer's words: the version, that it is the one in use, and what the buttons do. */
  words: { version: string; now: string; show: string; hide: string; restore: string; restoreTitle: string };
  current: boolean;
  /** Beside the version's name. */
  mark?: ReactNode;
  /** Who saved it and when. */
  by: ReactNode;
  note: string;
  /** What it changed, drawn when asked for; null for the first version. */
  changes: (() => ReactNode) | null;
  onRestore: () => void;
}

/** A version of something that keeps all of them: what it changed, and the way back to it. Stands in a VersionList. */
export function VersionEntry({ words, current, mark, by, note, changes, onRestore }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <li>
      <div className={css.top}>
        <strong>{words.version}</strong>
        {current && <span className={css.now}>{words.now}</span>}
        {mark}
      </div>
      <div className="rd-muted">{by}</div>
      {note && <div className={css.note}>{note}</div>}
      <div className={css.acts}>
        {changes && (
          <Button variant="subtle" size="compact-sm" aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? words.hide : words.show}
          </Button>
        )}
        {!current && (
          <Button variant="subtle" size="compact-sm" aria-label={words.restoreTitle} onClick={onRestore}>
            {words.restore}
          </Button>
        )}
      </div>
      {open && changes?.()}
    </li>
  );
}

export function VersionList({ children }: { children: ReactNode }) {
  return <ol className={css.versions}>{children}</ol>;
}
