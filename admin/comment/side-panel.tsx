import type { Review } from "../../server/reviews/contract.ts";
import { ATTRIBUTES } from "./bands.ts";
import { Meter } from "./meter.tsx";
import css from "./side-panel.module.css";
import { When } from "./when.tsx";

/** Beside the comment: who wrote it, and every score. */
export function SidePanel({ review }: { review: Review }) {
  const { reader } = review;
  return (
    <aside className={css.panel} aria-label="Reader and scores">
      <section>
        <h3 className={css.title}>Reader</h3>
        <bdi className={css.name}>{reader.name}</bdi>
        <div className="rd-muted">
          {reader.kind === "guest" ? "Guest" : "Member"} · first seen <When at={reader.createdAt} />
        </div>
        <dl className={css.counts}>
          <Count name="Approved" n={reader.approved} />
          <Count name="Held" n={reader.held} />
          <Count name="Rejected" n={reader.rejected} />
        </dl>
      </section>
      <section>
        <h3 className={css.title}>Scores</h3>
        <Scores review={review} />
      </section>
    </aside>
  );
}

function Count({ name, n }: { name: string; n: number }) {
  return (
    <div className={css.count}>
      <dt>{name}</dt>
      <dd>{n.toLocaleString()}</dd>
    </div>
  );
}

function Scores({ review }: { review: Review }) {
  const known = ATTRIBUTES.filter(([id]) => review.scores[id] !== undefined);
  return (
    <>
      {known.length > 0 ? (
        <dl className={css.scores}>
          {known.map(([id, name]) => (
            <div key={id} style={{ display: "contents" }}>
              <dt>{name}</dt>
              <dd>
                <Meter score={review.scores[id] ?? 0} tell={name} />
              </dd>
            </div>
          ))}
        </dl>
      ) : (
        <div className="rd-muted">None: no scorer could judge this text.</div>
      )}
      {review.scorers.map((scorer) => (
        <p key={scorer.scorer} className={css.source}>
          {scorer.unavailable === null
            ? `Scorer: ${scorer.scorer}${scorer.model && scorer.model !== scorer.scorer ? `, ${scorer.model}` : ""}${scorer.version ? ` ${scorer.version}` : ""}`
            : `${scorer.scorer} could not answer: ${scorer.unavailable}`}
        </p>
      ))}
    </>
  );
}
