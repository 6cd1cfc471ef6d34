import { Button, CloseButton } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { t } from "i18next";
import { useTranslation } from "react-i18next";
import { type Batch, type LeftAsItWas, readBatch } from "../../server/batches/contract.ts";
import { call } from "../client.ts";
import css from "./bulk.module.css";
import { CommentList } from "./comment-list.tsx";
import { showBatch } from "./shown-batch.ts";
import { sentence } from "./use-batch.ts";

interface Props {
  batch: Batch;
  onUndo: (batch: Batch) => void;
}

/** How far a batch is; once it is finished, what it left as it was and why. A batch that did all it was asked needs no panel. */
export function BatchPanel({ batch, onUndo }: Props) {
  useTranslation();
  const done = Object.values(batch.outcomes).reduce((sum, n) => sum + n, 0);
  const left = done - (batch.outcomes.decided ?? 0);
  if (batch.finishedAt !== null && left === 0) return null;
  return (
    <section className={css.panel} aria-label={t("bulk.outcome")}>
      <div className={css.head}>
        <strong>
          {batch.finishedAt === null ? t("bulk.progress", { done, total: batch.total }) : sentence(batch)}
        </strong>
        {(batch.action !== "undo" || batch.rule !== null) && batch.undoneBy === null && (
          <Button size="compact-sm" variant="default" onClick={() => onUndo(batch)}>
            {t(batch.finishedAt === null ? "bulk.stop" : "bulk.takeBack")}
          </Button>
        )}
        {batch.finishedAt !== null && (
          <CloseButton aria-label={t("app.close")} onClick={() => showBatch(null)} />
        )}
      </div>
      {batch.finishedAt === null && (
        <progress className={css.progress} value={done} max={batch.total} aria-label={t("bulk.outcome")} />
      )}
      {batch.finishedAt !== null && left > 0 && <Left batch={batch} count={left} />}
    </section>
  );
}

function Left({ batch, count }: { batch: Batch; count: number }) {
  useTranslation();
  const pages = useInfiniteQuery({
    queryKey: ["batch-left", batch.id],
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ pageParam, signal }) =>
      (await call(readBatch, { params: { id: batch.id }, query: { after: pageParam }, signal })).left,
    getNextPageParam: (page) => page.next ?? undefined,
    initialData: { pages: [batch.left], pageParams: [undefined] },
    staleTime: Number.POSITIVE_INFINITY,
  });
  const items = pages.data.pages.flatMap((page) => page.items);
  return (
    <>
      <p className={css.heading}>{t("bulk.left", { count })}</p>
      <CommentList
        label={t("bulk.left", { count })}
        comments={items.map((item) => ({
          id: item.commentId,
          comment: item.comment,
          note: whyLeft(item),
        }))}
      />
      {pages.hasNextPage && (
        <Button size="compact-sm" variant="default" onClick={() => void pages.fetchNextPage()}>
          {t("bulk.more")}
        </Button>
      )}
    </>
  );
}

function whyLeft({ outcome, by }: LeftAsItWas): string {
  switch (outcome) {
    case "changed":
      if (by?.kind === "moderator") return t("bulk.why_left.changedBy", { name: by.name });
      if (by?.kind === "reader") return t("bulk.why_left.changedByReader");
      return t(by ? "bulk.why_left.changedByRules" : "bulk.why_left.changed");
    case "claimed":
      return by ? t("bulk.why_left.claimedBy", { name: by.name }) : t("bulk.why_left.claimed");
    case "appealed":
      return t("bulk.why_left.appealed");
    case "not-allowed":
      return t("bulk.why_left.notAllowed");
    case "not-found":
      return t("bulk.why_left.notFound");
    case "stopped":
      return t("bulk.why_left.stopped");
  }
}
