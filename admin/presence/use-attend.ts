import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { LEASE_SECONDS } from "../../server/claims/contract.ts";
import { attend, leave } from "../../server/presence/contract.ts";
import { call } from "../client.ts";
import { readingNow, watchReading } from "./reading.ts";
import { PRESENT } from "./use-present.ts";

/** A third of the lease: two renewals may fail before it ends. */
const RENEW_MS = (LEASE_SECONDS * 1_000) / 3;
/** Who goes through a queue quickly says where they are once they rest on a comment for so long, in ms. */
const REST_MS = 500;

/** Tells colleagues that this tab is at the desk and what is read in it, while it is looked at. */
export function useAttend(): void {
  const queries = useQueryClient();
  useEffect(() => {
    const id = crypto.randomUUID();
    let rest: ReturnType<typeof setTimeout> | undefined;
    const renew = () => {
      if (document.visibilityState !== "visible") return;
      call(attend, { params: { id }, body: { commentId: readingNow() } }).then(
        (answer) => queries.setQueryData(PRESENT, answer),
        () => {},
      );
    };
    const soon = () => {
      clearTimeout(rest);
      rest = setTimeout(renew, REST_MS);
    };
    const go = () => void call(leave, { params: { id }, keepalive: true }).catch(() => {});
    soon();
    const unwatch = watchReading(soon);
    const timer = setInterval(renew, RENEW_MS);
    document.addEventListener("visibilitychange", renew);
    window.addEventListener("pagehide", go);
    return () => {
      clearTimeout(rest);
      clearInterval(timer);
      unwatch();
      document.removeEventListener("visibilitychange", renew);
      window.removeEventListener("pagehide", go);
      go();
    };
  }, [queries]);
}
