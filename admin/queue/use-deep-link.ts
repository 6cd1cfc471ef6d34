import { t } from "i18next";
import { useEffect, useState } from "react";
import { useLocation, useSearch } from "wouter";
import { readReview } from "../../server/reviews/contract.ts";
import { showProblem } from "../app/notices.ts";
import { pathOf, usePlace } from "../app/place.ts";
import { call } from "../client.ts";
import type { Look } from "./look.ts";
import { indexOf } from "./queue-state.ts";
import type { Queue } from "./use-queue.ts";

/** Opens the comment that the address names, wherever it stands, and afterwards keeps the address at the comment being read. */
export function useDeepLink(queue: Queue, { queue: name, site }: Look): void {
  const { comment } = usePlace();
  const [, go] = useLocation();
  const search = useSearch();
  const [wanted, setWanted] = useState(comment ?? null);
  const { loading, entries, currentId, change } = queue;
  const known = wanted !== null && indexOf(entries, wanted) >= 0;

  useEffect(() => {
    if (wanted === null || loading) return;
    if (known) {
      change({ type: "select", id: wanted });
      setWanted(null);
      return;
    }
    let left = false;
    call(readReview, { params: { id: wanted }, query: { queue: name } }).then(
      (review) => {
        if (!left) change({ type: "looked-up", review });
      },
      () => {
        if (left) return;
        showProblem(t("queue.notFound"));
        setWanted(null);
      },
    );
    return () => {
      left = true;
    };
  }, [wanted, loading, known, change, name]);

  useEffect(() => {
    if (wanted === null && !loading && (comment ?? null) !== currentId) {
      go(`${pathOf(site, name, currentId ?? undefined)}${search && `?${search}`}`, { replace: true });
    }
  }, [wanted, loading, comment, currentId, site, name, search, go]);
}
