import { t } from "i18next";
import { useEffect, useState } from "react";
import { useLocation } from "wouter";
import { readReview } from "../../server/reviews/contract.ts";
import { showProblem } from "../app/notices.ts";
import { pathOf, usePlace } from "../app/place.ts";
import { call } from "../client.ts";
import { indexOf } from "./queue-state.ts";
import type { Queue } from "./use-queue.ts";

/** Opens the comment that the address names, wherever it stands, and afterwards keeps the address at the comment being read. */
export function useDeepLink(queue: Queue, site: string | undefined): void {
  const { comment } = usePlace();
  const [, go] = useLocation();
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
    call(readReview, { params: { id: wanted } }).then(
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
  }, [wanted, loading, known, change]);

  useEffect(() => {
    if (wanted === null && !loading && (comment ?? null) !== currentId) {
      go(pathOf(site, "held", currentId ?? undefined), { replace: true });
    }
  }, [wanted, loading, comment, currentId, site, go]);
}
