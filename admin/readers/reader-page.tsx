import { Button } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import type { Moderator } from "../../server/moderators/contract.ts";
import { type ReaderPage as Reader, readReader } from "../../server/readers/contract.ts";
import type { Site } from "../../server/sites/contract.ts";
import { Page } from "../app/page.tsx";
import { pathOf } from "../app/place.ts";
import { QueryState } from "../app/query-state.tsx";
import { Section } from "../app/section.tsx";
import { call } from "../client.ts";
import { Notes } from "./notes.tsx";
import { Counts, FirstSeen, Record } from "./reader-line.tsx";
import css from "./readers.module.css";
import { SamePerson } from "./same-person.tsx";
import { SanctionForm } from "./sanction-form.tsx";
import { SanctionRow } from "./sanction-row.tsx";
import { Timeline } from "./timeline.tsx";
import { WaitingOfReader } from "./waiting-of-reader.tsx";

interface Props {
  id: string;
  moderator: Moderator;
  sites: Site[];
}

/** One reader: figures, what is in force, notes, who may be the same, and the whole history. */
export function ReaderPage({ id, moderator, sites }: Props) {
  const { t } = useTranslation();
  const query = useQuery({
    queryKey: ["reader", id],
    queryFn: ({ signal }) => call(readReader, { params: { id }, signal }),
  });
  const reader = query.data;
  return (
    <Page
      title={reader?.name ?? t("readers.title")}
      site={reader?.site.name}
      about={reader && <About reader={reader} />}
      action={
        <Button variant="default" component={Link} href={pathOf(undefined, "readers")}>
          {t("readers.back")}
        </Button>
      }
    >
      {reader && (
        <>
          <Standing
            reader={reader}
            traceDays={sites.find(({ slug }) => slug === reader.site.slug)?.settings.traceDays ?? 0}
          />
          <WaitingOfReader
            readerId={id}
            held={reader.held}
            sites={sites.filter(({ slug }) => slug === reader.site.slug)}
          />
          <Notes readerId={id} me={moderator.id} />
          {reader.samePerson && <SamePerson readerId={id} same={reader.samePerson} />}
          <Timeline
            readerId={id}
            reasons={sites.find(({ slug }) => slug === reader.site.slug)?.settings.reportReasons ?? []}
          />
        </>
      )}
      <QueryState query={query} failed={t("readers.pageFailed")} loading={t("readers.pageLoading")} />
    </Page>
  );
}

function About({ reader }: { reader: Reader }) {
  return (
    <>
      <FirstSeen reader={reader} />
      {` · ${reader.site.name}`}
      {reader.email && ` · ${reader.email}`}
      <br />
      <Counts reader={reader} />
      <br />
      <Record reader={reader} />
    </>
  );
}

/** What is in force, and the form for more. */
function Standing({ reader, traceDays }: { reader: Reader; traceDays: number }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [open, setOpen] = useState(false);
  const refresh = () => {
    for (const key of ["reader", "timeline", "readers", "review"])
      void queries.invalidateQueries({ queryKey: [key] });
  };
  return (
    <Section title={t("readers.inForce")}>
      {reader.sanctions.length === 0 && <p className="rd-muted">{t("readers.nothingInForce")}</p>}
      <ul className={css.plain}>
        {reader.sanctions.map((sanction) => (
          <li key={sanction.id}>
            <SanctionRow sanction={sanction} onChanged={refresh} />
          </li>
        ))}
      </ul>
      {open ? (
        <SanctionForm
          reader={reader}
          traces={reader.samePerson?.traces ?? []}
          traceDays={traceDays}
          onDone={() => {
            setOpen(false);
            refresh();
          }}
          onCancel={() => setOpen(false)}
        />
      ) : (
        <Button variant="default" onClick={() => setOpen(true)}>
          {t("readers.act.open")}
        </Button>
      )}
    </Section>
  );
}
