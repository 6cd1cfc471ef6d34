import type { UseQueryResult } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { z } from "zod";
import type { previewRuleUndo } from "../../server/rule-undos/contract.ts";
import { QueryState } from "../app/query-state.tsx";
import css from "../bulk/bulk.module.css";
import { CommentList } from "../bulk/comment-list.tsx";

type Seen = z.output<typeof previewRuleUndo.response>;

const CHANGE = ["published", "held"] as const;
const STAY = ["since", "alike", "elsewhere"] as const;

/** What an undo would change, what would stay and why, and a few to read. */
export function UndoPreview({ query }: { query: UseQueryResult<Seen> }) {
  const { t } = useTranslation();
  const seen = query.data;
  if (!seen)
    return <QueryState query={query} failed={t("rules.undo.failed")} loading={t("rules.undo.counting")} />;
  const heading = t(seen.sample.length < seen.count ? "rules.undo.sample" : "rules.undo.these");
  const stay = STAY.filter((why) => seen[why] > 0);
  return (
    <div className={css.preview} aria-live="polite">
      {seen.count === 0 && <p className={css.statuses}>{t("rules.undo.nothing")}</p>}
      {CHANGE.filter((what) => seen[what] > 0).map((what) => (
        <p key={what} className={css.statuses}>
          {t(`rules.undo.${what}`, { count: seen[what] })}
        </p>
      ))}
      {stay.length > 0 && (
        <>
          <h3 className={css.heading}>{t("rules.undo.stay")}</h3>
          {stay.map((why) => (
            <p key={why} className="rd-muted">
              {t(`rules.undo.${why}`, { count: seen[why] })}
            </p>
          ))}
        </>
      )}
      {seen.count > 0 && (
        <>
          <h3 className={css.heading}>{heading}</h3>
          <CommentList
            label={heading}
            comments={seen.sample.map((comment) => ({ id: comment.id, comment }))}
          />
        </>
      )}
    </div>
  );
}
