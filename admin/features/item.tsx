import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { Trans, useTranslation } from "react-i18next";
import { Link } from "wouter";
import type { Review } from "../../server/reviews/contract.ts";
import { Icon } from "../app/icons.tsx";
import { pathOf } from "../app/place.ts";
import { When } from "../comment/when.tsx";
import { Key } from "../decide/action-bar.tsx";
import { Blurred } from "../wellness/blurred.tsx";
import { ShowButton } from "../wellness/show-button.tsx";
import { FeaturedMark } from "./featured-mark.tsx";
import css from "./features.module.css";

interface Props {
  review: Review;
  current: boolean;
  showSite: boolean;
  onCurrent: () => void;
  onFeature: () => void;
  /** Why it is here. */
  children?: ReactNode;
}

/** One comment to read, to be featured or taken down where it stands. */
export function Item({ review, current, showSite, onCurrent, onFeature, children }: Props) {
  const { t } = useTranslation();
  const { id, reader, article, featured } = review;
  return (
    <li
      className={css.item}
      data-item={id}
      data-current={current}
      aria-current={current}
      tabIndex={-1}
      onFocus={onCurrent}
    >
      <div className={css.meta}>
        <Trans
          i18nKey="features.wrote"
          components={{
            name: (
              <Link href={pathOf(undefined, "readers", reader.id)}>
                <strong>
                  <bdi>{reader.name}</bdi>
                </strong>
              </Link>
            ),
            when: <When at={review.createdAt} />,
            article: (
              <a
                href={`${article.url.split("#")[0]}#comment-${id}`}
                target="_blank"
                rel="noreferrer noopener"
              >
                <bdi>{article.title ?? article.url}</bdi>
              </a>
            ),
          }}
        />
        {showSite && ` · ${review.site.name}`}
      </div>
      <Blurred of={id}>
        <p className={css.text} lang={review.language ?? undefined} dir="auto">
          {review.text}
        </p>
      </Blurred>
      <ShowButton of={id} />
      {children}
      <div className={css.acts}>
        <Button
          size="sm"
          variant="default"
          leftSection={<Icon name="star" size={16} />}
          disabled={review.status !== "approved"}
          aria-keyshortcuts="F"
          onClick={onFeature}
        >
          {t(featured ? "features.takeDown" : "features.feature")}
          {current && <Key name="F" />}
        </Button>
        {featured && <FeaturedMark featured={featured} />}
      </div>
    </li>
  );
}
