import { useLayoutEffect, useRef, useState } from "react";
import { Trans, useTranslation } from "react-i18next";
import type { Review } from "../../server/reviews/contract.ts";
import { Icon } from "../app/icons.tsx";
import { Assignees } from "../assignments/assignees.tsx";
import { Blurred } from "../wellness/blurred.tsx";
import css from "./comment-card.module.css";

/** What the comment answers: the article, and the comment above it. */
export function Context({ review, showSite }: { review: Review; showSite: boolean }) {
  const { t } = useTranslation();
  const { article, parent } = review;
  return (
    <div className={css.context}>
      <div className={css.article}>
        <Icon name="article" />
        <span>
          <a className={css.articleLink} href={article.url} target="_blank" rel="noreferrer noopener">
            {article.title ?? article.url}
          </a>
          <span className="rd-muted">
            {article.section && ` ·\u00a0${article.section}`}
            {showSite && ` ·\u00a0${review.site.name}`}
          </span>
          <Assignees review={review} />
        </span>
      </div>
      {parent && (
        <div className={css.parent}>
          <span className="rd-muted">
            <Trans
              i18nKey="comment.inReplyTo"
              components={{ name: <bdi className={css.parentName}>{parent.reader.name}</bdi> }}
            />
            {parent.status !== "approved" && ` (${t(`comment.status.${parent.status}`)})`}
          </span>
          <Blurred of={review.id}>
            <ParentText key={parent.id} text={parent.text} />
          </Blurred>
        </div>
      )}
    </div>
  );
}

function ParentText({ text }: { text: string }) {
  const { t } = useTranslation();
  const box = useRef<HTMLParagraphElement>(null);
  const [long, setLong] = useState(false);
  const [open, setOpen] = useState(false);
  useLayoutEffect(() => {
    const p = box.current;
    if (p) setLong(p.scrollHeight > p.clientHeight + 1);
  }, []);
  return (
    <>
      <p ref={box} className={`${css.parentText} ${open ? "" : css.clamped}`} dir="auto">
        {text}
      </p>
      {long && (
        <button type="button" className={css.more} aria-expanded={open} onClick={() => setOpen(!open)}>
          {t(open ? "comment.showLess" : "comment.showAll")}
        </button>
      )}
    </>
  );
}
