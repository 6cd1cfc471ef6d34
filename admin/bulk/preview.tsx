import { useQuery } from "@tanstack/react-query";
import { t } from "i18next";
import { useTranslation } from "react-i18next";
import type { z } from "zod";
import { previewBatch } from "../../server/batches/contract.ts";
import { QueryState } from "../app/query-state.tsx";
import { call } from "../client.ts";
import { number } from "../language/format.ts";
import css from "./bulk.module.css";
import { CommentList } from "./comment-list.tsx";
import type { What } from "./what.ts";

type Seen = z.output<typeof previewBatch.response>;

/** What is meant, as it is now. Asked anew each time somebody is about to decide it. */
export function usePreview(what: What | null) {
  return useQuery({
    queryKey: ["batch-preview", what],
    queryFn: ({ signal }) => call(previewBatch, { body: what as What, signal }),
    enabled: what !== null,
    staleTime: 0,
    gcTime: 0,
  });
}

/** How many are meant, in which status, who is on some of them, and a few to read. */
export function Preview({ query }: { query: ReturnType<typeof usePreview> }) {
  useTranslation();
  const seen = query.data;
  if (!seen) return <QueryState query={query} failed={t("bulk.noPreview")} loading={t("bulk.looking")} />;
  if (seen.count === 0) return <p>{t("bulk.noneMeant")}</p>;
  const heading = t(seen.sample.length < seen.count ? "bulk.sample" : "bulk.these");
  return (
    <div className={css.preview}>
      <p className={css.statuses}>{statuses(seen)}</p>
      {seen.claims.map(({ moderator, count }) => (
        <p key={moderator.id} className={css.warn}>
          {t("bulk.claimedBy", { count, name: moderator.name })}
        </p>
      ))}
      {seen.changed > 0 && <p className={css.warn}>{t("bulk.changed", { count: seen.changed })}</p>}
      {seen.appealed > 0 && <p className={css.warn}>{t("bulk.appealed", { count: seen.appealed })}</p>}
      <h3 className={css.heading}>{heading}</h3>
      <CommentList label={heading} comments={seen.sample.map((comment) => ({ id: comment.id, comment }))} />
    </div>
  );
}

function statuses(seen: Seen): string {
  const parts = Object.entries(seen.statuses) as [keyof Seen["statuses"], number][];
  return parts.map(([status, count]) => t(`bulk.status.${status}`, { count })).join(" · ") || number(0);
}
