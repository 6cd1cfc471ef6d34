import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Review } from "../../server/reviews/contract.ts";
import { type Nearby, readSurroundings } from "../../server/surroundings/contract.ts";
import { useActions } from "../actions/use-actions.ts";
import { QueryState } from "../app/query-state.tsx";
import { call } from "../client.ts";
import { Blurred } from "../wellness/blurred.tsx";
import css from "./unfolded.module.css";
import { When } from "./when.tsx";

const PARTS = ["before", "after", "replies"] as const;

/** The comments beside it in its thread, and the replies to it; shown when asked for. */
export function Around({ review }: { review: Review }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const toggle = () => setOpen(!open);
  useActions({ "comment.around": toggle });
  return (
    <div className={css.around}>
      <Button size="compact-sm" variant="default" aria-expanded={open} aria-keyshortcuts="C" onClick={toggle}>
        {t(open ? "comment.around.hide" : "comment.around.show")}
      </Button>
      {open && <Surroundings review={review} />}
    </div>
  );
}

function Surroundings({ review }: { review: Review }) {
  const { t } = useTranslation();
  const query = useQuery({
    queryKey: ["surroundings", review.id],
    queryFn: ({ signal }) => call(readSurroundings, { params: { id: review.id }, query: {}, signal }),
  });
  if (!query.data)
    return (
      <QueryState query={query} failed={t("comment.around.failed")} loading={t("comment.around.loading")} />
    );
  const around = query.data;
  const parts = PARTS.filter((part) => around[part].length > 0);
  if (parts.length === 0) return <p className="rd-muted">{t("comment.around.nothing")}</p>;
  return (
    <section className={css.unfolded} aria-label={t("comment.around.title")}>
      {parts.map((part) => (
        <div key={part}>
          <h3 className={css.head}>{t(`comment.around.${part}`)}</h3>
          <ul className={css.nearby}>
            {around[part].map((one) => (
              <One key={one.id} one={one} of={review.id} />
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

function One({ one, of }: { one: Nearby; of: string }) {
  const { t } = useTranslation();
  return (
    <li>
      <div className={css.head}>
        <bdi className={css.name}>{one.reader.name}</bdi> <When at={one.createdAt} />
        {one.status !== "approved" && ` (${t(`comment.status.${one.status}`)})`}
      </div>
      <Blurred of={of}>
        <p className={css.text} dir="auto">
          {one.text}
        </p>
      </Blurred>
    </li>
  );
}
