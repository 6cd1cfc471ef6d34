import { Button, SegmentedControl } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { readTimeline, type TimelineEntry } from "../../server/readers/contract.ts";
import type { SiteSettings } from "../../server/sites/settings.ts";
import { QueryState } from "../app/query-state.tsx";
import { Section } from "../app/section.tsx";
import { call } from "../client.ts";
import { When } from "../comment/when.tsx";
import { NoteWords } from "./note-words.tsx";
import css from "./readers.module.css";
import { SanctionRow } from "./sanction-row.tsx";

const SHOWN = ["all", "comment", "rejected", "report", "sanction", "note"] as const;
type Shown = (typeof SHOWN)[number];

const queryOf = (shown: Shown) => {
  if (shown === "all") return {};
  return shown === "rejected" ? { status: "rejected" as const } : { show: shown };
};

type Reasons = SiteSettings["reportReasons"];

/** Everything that happened with a reader, newest first. */
export function Timeline({ readerId, reasons }: { readerId: string; reasons: Reasons }) {
  const { t } = useTranslation();
  const [shown, setShown] = useState<Shown>("all");
  const query = useInfiniteQuery({
    queryKey: ["timeline", readerId, shown],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      call(readTimeline, {
        params: { id: readerId },
        query: { ...queryOf(shown), limit: 30, after: pageParam },
        signal,
      }),
    getNextPageParam: (answer) => answer.next ?? undefined,
  });
  const entries = query.data?.pages.flatMap((answer) => answer.items);
  return (
    <Section title={t("readers.history")}>
      <div className={css.filters}>
        <SegmentedControl
          aria-label={t("readers.show.label")}
          value={shown}
          onChange={(value) => setShown(value as Shown)}
          data={SHOWN.map((one) => ({ value: one, label: t(`readers.show.${one}`) }))}
        />
      </div>
      {entries?.length === 0 && <p className="rd-muted">{t("readers.historyNone")}</p>}
      <ol className={css.plain}>
        {entries?.map((entry) => (
          <li key={`${entry.kind} ${entry.at} ${idOf(entry)}`}>
            <Entry entry={entry} reasons={reasons} />
          </li>
        ))}
      </ol>
      {query.hasNextPage && (
        <Button variant="default" onClick={() => void query.fetchNextPage()}>
          {t("app.showMore")}
        </Button>
      )}
      <QueryState query={query} failed={t("readers.historyFailed")} loading={t("readers.historyLoading")} />
    </Section>
  );
}

function idOf(entry: TimelineEntry): string {
  switch (entry.kind) {
    case "comment":
      return entry.comment.id;
    case "sanction":
      return entry.sanction.id;
    case "note":
      return entry.note.id;
    case "report":
      return entry.report.id;
  }
}

function Entry({ entry, reasons }: { entry: TimelineEntry; reasons: Reasons }) {
  const { t } = useTranslation();
  if (entry.kind === "note") return <NoteWords note={entry.note} />;
  if (entry.kind === "sanction") return <SanctionRow sanction={entry.sanction} />;
  if (entry.kind === "report") return <Reported entry={entry} reasons={reasons} />;
  const { status, text, article, decision } = entry.comment;
  const said = t(`comment.status.${status}`);
  return (
    <>
      <div className={css.meta}>
        <strong>{decision?.actor.kind === "moderator" ? `${decision.actor.name}: ${said}` : said}</strong>
        {" · "}
        <When at={entry.at} /> · {t("readers.under")}{" "}
        <a href={article.url} target="_blank" rel="noreferrer">
          {article.title ?? article.url}
        </a>
      </div>
      <p className={css.words} dir="auto">
        {text}
      </p>
    </>
  );
}

/** That the reader reported a comment, or that one of theirs was. */
function Reported({
  entry: { at, report },
  reasons,
}: {
  entry: Extract<TimelineEntry, { kind: "report" }>;
  reasons: Reasons;
}) {
  const { t } = useTranslation();
  const reason = reasons.find(({ id }) => id === report.reason)?.label ?? report.reason;
  return (
    <>
      <div className={css.meta}>
        <strong>{t(report.made ? "readers.reported" : "readers.wasReported", { reason })}</strong>
        {" · "}
        <When at={at} />
        {!report.closed && ` · ${t("readers.reportOpen")}`}
      </div>
      {report.text && (
        <p className={css.words} dir="auto">
          “{report.text}”
        </p>
      )}
      <p className={`${css.words} rd-muted`} dir="auto">
        {report.comment.text}
      </p>
    </>
  );
}
