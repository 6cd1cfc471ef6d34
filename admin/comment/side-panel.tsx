import { Trans, useTranslation } from "react-i18next";
import { Link } from "wouter";
import type { Review } from "../../server/reviews/contract.ts";
import { pathOf } from "../app/place.ts";
import { number } from "../language/format.ts";
import { NoteWords } from "../readers/note-words.tsx";
import { FirstSeen, InForce, Record } from "../readers/reader-line.tsx";
import { said } from "../server-words/said.ts";
import { ATTRIBUTES, attributeName } from "./bands.ts";
import { Meter } from "./meter.tsx";
import css from "./side-panel.module.css";
import { When } from "./when.tsx";

/** A decision and the scores it was made on are written within this many ms of each other. */
const TOGETHER = 60_000;

const isRescored = (at: string, decision: Review["decision"]): boolean =>
  decision !== null && Date.parse(at) - Date.parse(decision.createdAt) > TOGETHER;

/** Beside the comment: who wrote it, and every score. */
export function SidePanel({ review }: { review: Review }) {
  const { t } = useTranslation();
  const { reader } = review;
  return (
    <aside className={css.panel} aria-label={t("comment.side.label")}>
      <section>
        <h3 className={css.title}>{t("comment.side.reader")}</h3>
        <bdi className={css.name}>{reader.name}</bdi>
        <div className="rd-muted">
          <FirstSeen reader={reader} />
        </div>
        {reader.sanctions.length > 0 && (
          <div className={css.inForce}>
            <InForce sanctions={reader.sanctions} />
          </div>
        )}
        <dl className={css.counts}>
          <Count name={t("comment.side.approved")} n={reader.approved} />
          <Count name={t("comment.side.held")} n={reader.held} />
          <Count name={t("comment.side.rejected")} n={reader.rejected} />
        </dl>
        <p className={css.record}>
          <Record reader={reader} />
        </p>
        {reader.notes.map((note) => (
          <NoteWords key={note.id} note={note} />
        ))}
        <Link href={pathOf(undefined, "readers", reader.id)}>{t("readers.toPage")}</Link>
      </section>
      {review.blind === null && (
        <section>
          <h3 className={css.title}>{t("comment.side.scores")}</h3>
          <Scores review={review} />
        </section>
      )}
    </aside>
  );
}

function Count({ name, n }: { name: string; n: number }) {
  return (
    <div className={css.count}>
      <dt>{name}</dt>
      <dd>{number(n)}</dd>
    </div>
  );
}

function Scores({ review }: { review: Review }) {
  const { t } = useTranslation();
  const known = ATTRIBUTES.filter((id) => review.scores[id] !== undefined);
  return (
    <>
      {known.length > 0 ? (
        <dl className={css.scores}>
          {known.map((id) => (
            <div key={id} style={{ display: "contents" }}>
              <dt>{attributeName(id)}</dt>
              <dd>
                <Meter score={review.scores[id] ?? 0} tell={attributeName(id)} />
              </dd>
            </div>
          ))}
        </dl>
      ) : (
        <div className="rd-muted">{t("comment.side.none")}</div>
      )}
      {review.scorers.map((scorer) => (
        <p key={scorer.scorer} className={css.source}>
          {scorer.unavailable === null
            ? t("comment.side.scorer", {
                name: `${scorer.scorer}${scorer.model && scorer.model !== scorer.scorer ? `, ${scorer.model}` : ""}${scorer.version ? ` ${scorer.version}` : ""}`,
              })
            : t("comment.side.silent", { scorer: scorer.scorer, words: said(scorer.unavailable) })}
          {isRescored(scorer.at, review.decision) && (
            <>
              {" "}
              <Trans i18nKey="comment.side.later" components={{ when: <When at={scorer.at} /> }} />
            </>
          )}
        </p>
      ))}
    </>
  );
}
