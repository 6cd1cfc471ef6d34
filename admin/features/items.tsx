import { type ReactNode, useState } from "react";
import { useLocation } from "wouter";
import type { Review } from "../../server/reviews/contract.ts";
import { useActions } from "../actions/use-actions.ts";
import { pathOf } from "../app/place.ts";
import { useBlurred } from "../wellness/shown-text.ts";
import css from "./features.module.css";
import { Item } from "./item.tsx";
import { takeFeaturing, useFeature } from "./use-feature.ts";

interface Props {
  label: string;
  reviews: Review[];
  showSite: boolean;
  refresh: (id: string) => Promise<unknown>;
  /** Why a comment is here. */
  why?: (review: Review) => ReactNode;
}

/** Comments to be read one after the other, by mouse or keys. */
export function Items({ label, reviews, showSite, refresh, why }: Props) {
  const [currentId, setCurrent] = useState<string | null>(null);
  const [, go] = useLocation();
  const feature = useFeature(refresh);
  const at = Math.max(
    0,
    reviews.findIndex(({ id }) => id === currentId),
  );
  const current = reviews[at];
  const blur = useBlurred(current?.id ?? null);
  const step = (by: 1 | -1) => {
    const next = currentId === null ? reviews[0] : reviews[at + by];
    if (!next) return;
    setCurrent(next.id);
    const item = document.querySelector<HTMLElement>(`[data-item="${next.id}"]`);
    item?.focus({ preventScroll: true });
    item?.scrollIntoView({ block: "nearest" });
  };
  useActions({
    "comment.feature": current?.status === "approved" && (() => feature(current)),
    "decision.undo": () => takeFeaturing(0)?.(),
    "comment.show": blur.able && blur.toggle,
    "comment.reader": current !== undefined && (() => go(pathOf(undefined, "readers", current.reader.id))),
    "comment.next": () => step(1),
    "comment.previous": () => step(-1),
  });
  return (
    <ol className={css.list} aria-label={label}>
      {reviews.map((review) => (
        <Item
          key={review.id}
          review={review}
          current={review === current}
          showSite={showSite}
          onCurrent={() => setCurrent(review.id)}
          onFeature={() => feature(review)}
        >
          {why?.(review)}
        </Item>
      ))}
    </ol>
  );
}
