import { Trans, useTranslation } from "react-i18next";
import type { Review } from "../../server/reviews/contract.ts";
import { Icon } from "../app/icons.tsx";
import { useSites } from "../app/use-sites.ts";
import css from "./said.module.css";
import { When } from "./when.tsx";

/** What others say of a comment: readers who report it, its author who contests a refusal, a colleague who asks an owner. */
export function Said({ review }: { review: Review }) {
  const { t } = useTranslation();
  const { appeal, escalation, blind, reports } = review;
  return (
    <>
      {blind && (
        <div className={css.blind} role="note">
          <Icon name="blind" size={18} />
          <span>{t(`comment.blind.${blind}`)}</span>
        </div>
      )}
      {appeal && appeal.outcome === null && (
        <section className={css.said} aria-labelledby="said-appeal">
          <h3 className={css.title} id="said-appeal">
            <Trans i18nKey="comment.appeal" components={{ when: <When at={appeal.createdAt} /> }} />
          </h3>
          <p className={css.words} dir="auto">
            {appeal.text}
          </p>
          {!appeal.mayDecide && <p className={css.hint}>{t("comment.appealNotYours")}</p>}
          {appeal.ownJudgement && (
            <p className={css.hint}>{t(`comment.firstJudgement.${appeal.ownJudgement}`)}</p>
          )}
        </section>
      )}
      {escalation && escalation.ended !== "taken-back" && <Escalated escalation={escalation} />}
      {reports.items.length > 0 && <Reports review={review} />}
    </>
  );
}

function Escalated({ escalation }: { escalation: NonNullable<Review["escalation"]> }) {
  const { t } = useTranslation();
  return (
    <section className={css.said} aria-labelledby="said-escalation">
      <h3 className={css.title} id="said-escalation">
        <Trans
          i18nKey="comment.escalated"
          components={{ name: <bdi>{escalation.by.name}</bdi>, when: <When at={escalation.createdAt} /> }}
        />
      </h3>
      <p className={css.words} dir="auto">
        {escalation.note}
      </p>
      {escalation.answer && escalation.endedBy && (
        <>
          <h3 className={css.title}>{t("comment.sentBack", { name: escalation.endedBy.name })}</h3>
          <p className={css.words} dir="auto">
            {escalation.answer}
          </p>
        </>
      )}
    </section>
  );
}

function Reports({ review }: { review: Review }) {
  const { t } = useTranslation();
  const { sites } = useSites();
  const reasons = sites?.find((site) => site.slug === review.site.slug)?.settings.reportReasons ?? [];
  const labelOf = (id: string): string => reasons.find((reason) => reason.id === id)?.label ?? id;
  const { items, reporters } = review.reports;
  const counted = [...new Set(items.map((item) => item.reason))].map((reason) => ({
    reason,
    count: items.filter((item) => item.reason === reason).length,
  }));
  return (
    <section className={css.said} aria-labelledby="said-reports">
      <h3 className={css.title} id="said-reports">
        {t("comment.reports", { count: reporters })}
      </h3>
      <ul className={css.reasons}>
        {counted.map(({ reason, count }) => (
          <li key={reason}>
            {labelOf(reason)} <span className={css.count}>{count}</span>
          </li>
        ))}
      </ul>
      {items
        .filter((item) => item.text)
        .map((item) => (
          <p key={item.id} className={css.words} dir="auto">
            {item.text} <When at={item.createdAt} />
          </p>
        ))}
    </section>
  );
}
