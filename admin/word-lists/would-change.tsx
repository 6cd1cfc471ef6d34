import { useTranslation } from "react-i18next";
import css from "./word-lists.module.css";

/** Entries of each kind that are shown by name. */
const NAMED = 200;

interface Props {
  added: ReadonlySet<string>;
  removed: readonly string[];
  /** Lines that cannot be read. */
  refused?: number;
}

/** What differs between a list and what it would be: counted, and by name when asked. */
export function WouldChange({ added, removed, refused = 0 }: Props) {
  const { t } = useTranslation();
  return (
    <div className={css.change}>
      <Some title={t("wordLists.change.added", { count: added.size })} entries={[...added]} />
      <Some title={t("wordLists.change.removed", { count: removed.length })} entries={removed} />
      {refused > 0 && <p>{t("wordLists.change.refused", { count: refused })}</p>}
    </div>
  );
}

function Some({ title, entries }: { title: string; entries: readonly string[] }) {
  const { t } = useTranslation();
  if (entries.length === 0) return null;
  return (
    <details>
      <summary>{title}</summary>
      <ul>
        {entries.slice(0, NAMED).map((entry) => (
          <li key={entry}>{entry}</li>
        ))}
        {entries.length > NAMED && <li>{t("wordLists.change.more", { count: entries.length - NAMED })}</li>}
      </ul>
    </details>
  );
}
