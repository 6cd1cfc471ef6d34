import { Button } from "@mantine/core";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import type { LogEntry } from "../../server/audit/contract.ts";
import { pathOf } from "../app/place.ts";
import { clock, exactTime } from "../language/format.ts";
import type { Filters } from "./filters.ts";
import css from "./log-page.module.css";
import { sentence } from "./sentence.ts";

interface Props {
  entry: LogEntry;
  people: Readonly<Record<string, string>>;
  /** The site's name, where more than one is shown. */
  site: string | null;
  onNarrow: (to: Filters) => void;
}

export function LogLine({ entry, people, site, onNarrow }: Props) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const details = useId();
  const line = sentence(t, entry, people);
  return (
    <li className={css.entry}>
      <time className={css.time} dateTime={entry.createdAt} title={exactTime(entry.createdAt)}>
        {clock(entry.createdAt)}
      </time>
      <div className={css.line}>
        {line}
        {site && <span className={css.site}>{site}</span>}
      </div>
      <Button
        variant="subtle"
        color="gray"
        size="compact-sm"
        aria-label={t("log.detailsOf", { line })}
        aria-expanded={open}
        aria-controls={details}
        onClick={() => setOpen(!open)}
      >
        {t("log.details")}
      </Button>
      {open && <Details id={details} entry={entry} onNarrow={onNarrow} />}
    </li>
  );
}

function Details({ id, entry, onNarrow }: { id: string; entry: LogEntry; onNarrow: (to: Filters) => void }) {
  const { t } = useTranslation();
  const { commentId: comment, reader, site } = entry;
  return (
    <div id={id} className={css.details}>
      <div className={css.links}>
        {comment && <Link href={pathOf(site ?? undefined, "held", comment)}>{t("log.toComment")}</Link>}
        {comment && (
          <button type="button" onClick={() => onNarrow({ comment })}>
            {t("log.allOfComment")}
          </button>
        )}
        {reader && (
          <button type="button" onClick={() => onNarrow({ reader: reader.id })}>
            {t("log.allOfReader", { reader: reader.name })}
          </button>
        )}
      </div>
      <p className={css.meta}>
        {t("log.entry", { id: entry.id, time: exactTime(entry.createdAt) })} · <code>{entry.type}</code>
      </p>
      {Object.keys(entry.data).length > 0 && (
        <dl className={css.data}>
          {Object.entries(entry.data).map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{typeof value === "string" ? value : JSON.stringify(value, null, 2)}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}
