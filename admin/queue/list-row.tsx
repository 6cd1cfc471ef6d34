import { memo } from "react";
import { Trans, useTranslation } from "react-i18next";
import { assignedWords } from "../assignments/assigned-words.ts";
import { Cause } from "../comment/cause.tsx";
import { MarkedText } from "../comment/marked-text.tsx";
import { Said } from "../comment/said.tsx";
import { When } from "../comment/when.tsx";
import { Why } from "../comment/why.tsx";
import { FeaturedMark } from "../features/featured-mark.tsx";
import { AlsoLooking } from "../presence/also-looking.tsx";
import { Blurred } from "../wellness/blurred.tsx";
import { ShowButton } from "../wellness/show-button.tsx";
import { useBlurred } from "../wellness/shown-text.ts";
import css from "./list-view.module.css";
import type { Entry } from "./reconcile.ts";

interface Props {
  entry: Entry;
  /** The colleague who is on it. */
  taken: string | undefined;
  current: boolean;
  /** Somebody chose to read it. */
  opened: boolean;
  showSite: boolean;
  /** Among those chosen to be decided together; null where none are. */
  chosen: boolean | null;
  onPick: (id: string) => void;
  onOpen: (id: string) => void;
  onChoose: (id: string, extend: boolean) => void;
}

/** Two lines of a comment and what bears on it; the picked one shows all of its text, so that nothing is judged unread. */
export const ListRow = memo(function ListRow(props: Props) {
  const { entry, taken, current, opened, showSite, chosen, onPick, onOpen, onChoose } = props;
  const { t } = useTranslation();
  const { review, gone } = entry;
  const { blurred } = useBlurred(review.id);
  const assigned = assignedWords(review.article.assigned);
  return (
    <div className={css.row} data-current={current} data-chosen={chosen === true} data-gone={gone}>
      <button
        type="button"
        className={css.pick}
        data-pick
        aria-label={
          blurred
            ? review.reader.name
            : t("queue.row", { name: review.reader.name, text: review.text.slice(0, 120) })
        }
        aria-current={current}
        onClick={(event) =>
          event.shiftKey || event.ctrlKey || event.metaKey
            ? onChoose(review.id, event.shiftKey)
            : onPick(review.id)
        }
        onDoubleClick={() => onOpen(review.id)}
        onKeyDown={(event) => {
          if (event.key !== "Enter") return;
          event.preventDefault();
          onOpen(review.id);
        }}
      />
      {chosen !== null && (
        <label className={css.check}>
          <input
            type="checkbox"
            checked={chosen}
            disabled={gone}
            aria-label={t("bulk.choose", { name: review.reader.name })}
            onChange={(event) => onChoose(review.id, (event.nativeEvent as MouseEvent).shiftKey === true)}
          />
        </label>
      )}
      <div className={css.cause}>{gone ? t("queue.gone") : <Cause review={review} />}</div>
      <div className={`${css.text} ${current ? "" : css.clamped}`}>
        <Blurred of={review.id}>
          <MarkedText review={review} quiet />
        </Blurred>
      </div>
      <div className={css.who}>
        <strong dir="auto">{review.reader.name}</strong>
        {taken && !gone && <span className={css.taken}>{t("claims.otherShort", { name: taken })}</span>}
        {showSite && <span className={css.article}>{review.site.name}</span>}
        <span className={css.article} title={review.article.title ?? review.article.url}>
          {review.article.title ?? review.article.url}
        </span>
        {assigned && (
          <span className={css.article} title={assigned}>
            {assigned}
          </span>
        )}
      </div>
      <div className={css.wait}>{review.queuedAt && <When at={review.queuedAt} as="short" />}</div>
      {current && (
        <div className={css.more}>
          {opened && <AlsoLooking review={review} />}
          {review.featured && <FeaturedMark featured={review.featured} />}
          {review.parent && (
            <div className={css.above}>
              <Trans
                i18nKey="comment.inReplyTo"
                components={{ name: <bdi className={css.aboveName}>{review.parent.reader.name}</bdi> }}
              />
              :{" "}
              <Blurred of={review.id}>
                <bdi>{review.parent.text}</bdi>
              </Blurred>
            </div>
          )}
          <ShowButton of={review.id} />
          <Said review={review} />
          {review.blind === null && <Why review={review} />}
        </div>
      )}
    </div>
  );
});
