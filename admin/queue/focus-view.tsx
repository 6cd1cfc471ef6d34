import { useLayoutEffect } from "react";
import { CommentCard } from "../comment/comment-card.tsx";
import { SidePanel } from "../comment/side-panel.tsx";
import css from "./queue-page.module.css";
import type { Entry } from "./reconcile.ts";

interface Props {
  entry: Entry;
  showSite: boolean;
  onNext: () => void;
  /** The bar at the foot: buttons, or the choice of a reason. */
  children: React.ReactNode;
}

/** One comment at a time. */
export function FocusView({ entry, showSite, onNext, children }: Props) {
  const { review, gone } = entry;
  const { id } = review;
  // biome-ignore lint/correctness/useExhaustiveDependencies: every comment starts at its top
  useLayoutEffect(() => {
    window.scrollTo(0, 0);
  }, [id]);
  return (
    <div className={css.focus}>
      <div className={css.column}>
        <div className={css.card}>
          <CommentCard review={review} gone={gone} showSite={showSite} onNext={onNext} />
        </div>
        <div className={css.spacer} />
        {children}
      </div>
      <div className={css.side}>
        <SidePanel review={review} />
      </div>
    </div>
  );
}
