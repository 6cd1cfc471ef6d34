import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { readHistory } from "../../server/history/contract.ts";
import type { Review } from "../../server/reviews/contract.ts";
import { useActions } from "../actions/use-actions.ts";
import { QueryState } from "../app/query-state.tsx";
import { call } from "../client.ts";
import { Blurred } from "../wellness/blurred.tsx";
import css from "./unfolded.module.css";
import { When } from "./when.tsx";

const Difference = lazy(async () => ({ default: (await import("./difference.tsx")).Difference }));

/** What its author changed after posting, each edit against the wording before it, the latest first; shown when asked for. */
export function Changes({ review }: { review: Review }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const toggle = () => setOpen(!open);
  useActions({ "comment.changes": toggle });
  return (
    <div className={css.changes}>
      <Button size="compact-sm" variant="default" aria-expanded={open} aria-keyshortcuts="D" onClick={toggle}>
        {t(open ? "comment.changes.hide" : "comment.changes.show")}
      </Button>
      {open && <Edits review={review} />}
    </div>
  );
}

function Edits({ review }: { review: Review }) {
  const { t } = useTranslation();
  const query = useQuery({
    queryKey: ["history", review.id, review.revision],
    queryFn: ({ signal }) => call(readHistory, { params: { id: review.id }, query: {}, signal }),
  });
  if (!query.data)
    return (
      <QueryState query={query} failed={t("comment.changes.failed")} loading={t("comment.changes.loading")} />
    );
  const { wordings } = query.data;
  return (
    <section className={css.unfolded} aria-label={t("comment.changes.title")}>
      <Blurred of={review.id}>
        <Suspense>
          {wordings.slice(0, -1).map(({ revision, text, createdAt }, i) => (
            <div key={revision}>
              <p className={css.head}>
                <When at={createdAt} />
              </p>
              <Difference before={wordings[i + 1]?.text ?? ""} after={text} />
            </div>
          ))}
        </Suspense>
      </Blurred>
    </section>
  );
}
