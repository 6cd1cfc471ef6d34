import { Button } from "@mantine/core";
import { Fragment, type Ref } from "react";
import { Trans, useTranslation } from "react-i18next";
import type { Review } from "../../server/reviews/contract.ts";
import { statusNow } from "../decide/status-now.ts";
import { FeaturedMark } from "../features/featured-mark.tsx";
import { AlsoLooking } from "../presence/also-looking.tsx";
import { Blurred } from "../wellness/blurred.tsx";
import { ShowButton } from "../wellness/show-button.tsx";
import { Around } from "./around.tsx";
import { Changes } from "./changes.tsx";
import css from "./comment-card.module.css";
import { Context } from "./context.tsx";
import { MarkedText } from "./marked-text.tsx";
import { Said } from "./said.tsx";
import { useNow } from "./use-now.ts";
import { When } from "./when.tsx";
import { Why } from "./why.tsx";

interface Props {
  review: Review;
  /** It no longer waits: someone else has dealt with it while it was read. */
  gone: boolean;
  showSite: boolean;
  onNext: () => void;
  ref?: Ref<HTMLElement>;
}

/** One comment to be judged, with all that bears on it. */
export function CommentCard({ review, gone, showSite, onNext, ref }: Props) {
  const { t } = useTranslation();
  const now = useNow();
  const { reader } = review;
  return (
    <article ref={ref} className={css.card} tabIndex={-1} aria-labelledby="comment-by">
      {/* The card itself stays from comment to comment, and keeps the focus; what is open in it does not. */}
      <Fragment key={review.id}>
        <Context review={review} showSite={showSite} />
        <div className={css.body}>
          <h2 className={css.by} id="comment-by">
            <span>
              <Trans
                i18nKey="comment.by"
                components={{ name: <bdi>{reader.name}</bdi>, when: <When at={review.createdAt} /> }}
              />
            </span>
            {review.editedAt && (
              <span>
                {" · "}
                <Trans i18nKey="comment.edited" components={{ when: <When at={review.editedAt} /> }} />
              </span>
            )}
          </h2>
          <div className={css.text}>
            <Blurred of={review.id}>
              <MarkedText review={review} />
            </Blurred>
          </div>
          <ShowButton of={review.id} />
          {review.editedAt && <Changes review={review} />}
          {/* Below the text, which never moves while it is read. */}
          <AlsoLooking review={review} />
          {review.featured && <FeaturedMark featured={review.featured} />}
        </div>
        {/* Below the text as well: who reads it to its end is not made to look for their place. */}
        {gone && (
          <div className={css.taken} role="status">
            {review.decision && review.status !== "held"
              ? statusNow(review, now)
              : t("comment.noLongerWaits")}
            <Button size="compact-sm" variant="default" onClick={onNext}>
              {t("decide.next")}
            </Button>
          </div>
        )}
        <Said review={review} />
        {review.blind === null && (
          <div className={css.why}>
            <h3 className={css.whyTitle}>
              {t(review.status === "held" ? "comment.why" : "comment.whatRulesSaw")}
            </h3>
            <Why review={review} />
          </div>
        )}
        <Around review={review} />
      </Fragment>
    </article>
  );
}
