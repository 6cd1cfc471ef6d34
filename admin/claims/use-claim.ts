import { useQueryClient } from "@tanstack/react-query";
import { t } from "i18next";
import { useCallback, useEffect, useState } from "react";
import { type Claim, claimComment, LEASE_SECONDS, releaseClaim } from "../../server/claims/contract.ts";
import { showProblem } from "../app/notices.ts";
import { call, isCallError } from "../client.ts";
import { decidedHere } from "../decide/decided-here.ts";
import type { Queue } from "../queue/use-queue.ts";
import { setClaim } from "./set-claim.ts";

/** A third of the lease: two renewals may fail before it ends. */
const RENEW_MS = (LEASE_SECONDS * 1_000) / 3;

export interface OwnClaim {
  commentId: string;
  /** When it ends unless it is renewed, by this device's clock, in ms since 1970. */
  until: number;
}

export interface ClaimState {
  mine: OwnClaim | null;
  /** Who else is on the comment being read. */
  other: Claim | null;
  takeOver: () => void;
}

/**
 * Keeps the comment being read claimed for `me` while the tab is looked at, and lets go of it when the person moves on. Where a colleague was a
 * moment faster on a comment that nobody chose, the desk goes on to the next one.
 */
export function useClaim({ entries, currentId, change }: Queue, me: string | null, on: boolean): ClaimState {
  const queries = useQueryClient();
  const [mine, setMine] = useState<OwnClaim | null>(null);
  const entry = entries.find((one) => one.review.id === currentId);
  const { claim } = entry?.review ?? {};
  const other = claim && claim.moderator.id !== me ? claim : null;
  const id = on && me !== null && entry && !entry.gone && !other ? currentId : null;

  const take = useCallback(
    async (commentId: string, takeOver: boolean): Promise<void> => {
      try {
        const made = await call(claimComment, { params: { id: commentId }, body: { takeOver } });
        setMine({ commentId, until: Date.now() + LEASE_SECONDS * 1_000 });
        setClaim(queries, commentId, made);
      } catch (e) {
        setMine(null);
        if (isCallError(e) && e.code === "claimed") {
          setClaim(queries, commentId, e.problem.claim as Claim);
          change({ type: "passed", id: commentId });
        } else if (takeOver) showProblem(e instanceof Error ? e.message : t("claims.failed"));
      }
    },
    [queries, change],
  );

  useEffect(() => {
    if (id === null) return;
    const renew = () => {
      if (document.visibilityState === "visible") void take(id, false);
    };
    const letGo = () => {
      if (!decidedHere().has(id))
        void call(releaseClaim, { params: { id }, keepalive: true }).catch(() => {});
    };
    renew();
    const timer = setInterval(renew, RENEW_MS);
    document.addEventListener("visibilitychange", renew);
    window.addEventListener("pagehide", letGo);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", renew);
      window.removeEventListener("pagehide", letGo);
      setMine(null);
      letGo();
    };
  }, [id, take]);

  const takeOver = useCallback(() => {
    if (currentId !== null) void take(currentId, true);
  }, [currentId, take]);
  return { mine: mine?.commentId === currentId ? mine : null, other, takeOver };
}
