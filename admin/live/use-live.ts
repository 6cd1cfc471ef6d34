import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect, useSyncExternalStore } from "react";
import { setClaim } from "../claims/set-claim.ts";
import { PRESENT } from "../presence/use-present.ts";
import { coalesce } from "./coalesce.ts";
import { type LiveState, liveState, openLive, watchLiveState } from "./live.ts";

/** Four refetches a second at most, however many comments arrive. */
const REFETCH_EVERY_MS = 250;
/** Who is at the desk may be some seconds old: with two hundred at work somebody always moves. */
const PRESENCE_EVERY_MS = 3_000;

const ABOUT_READERS = /^(reader|sanction|warning|note)\./;
/** What changes which comments wait where, and what is known of them. */
const ABOUT_QUEUES = /^(comment|article|report|appeal|sample|escalation|queue)\./;
const ABOUT_PEOPLE = /^(moderator|invitation|session|password|totp)\./;
const PEOPLE_KEYS = ["people", "invitations", "account"];

export function useLiveState(): LiveState {
  return useSyncExternalStore(watchLiveState, liveState);
}

/** Keeps what is on screen equal to what the server has: by hints while connected, by fetching all anew on every connection. */
export function useLive(): void {
  const queries = useQueryClient();
  useEffect(() => {
    const refreshQueue = coalesce(() => refetchQueue(queries), REFETCH_EVERY_MS);
    const refreshBatch = coalesce(
      () => queries.refetchQueries({ queryKey: ["batch"], type: "active" }),
      REFETCH_EVERY_MS,
    );
    const refreshPresence = coalesce(
      () => queries.refetchQueries({ queryKey: PRESENT, type: "active" }),
      PRESENCE_EVERY_MS,
    );
    return openLive({
      connected: () =>
        void queries.invalidateQueries({ predicate: (query) => query.queryKey[0] !== "session" }),
      refused: () => void queries.invalidateQueries({ queryKey: ["session"] }),
      event: (event) => {
        if (ABOUT_QUEUES.test(event.type)) {
          refreshQueue();
          if (event.commentId) void queries.invalidateQueries({ queryKey: ["review", event.commentId] });
          if (event.type === "comment.decided") void queries.invalidateQueries({ queryKey: ["featured"] });
          for (const key of event.readerId ? ["reader", "timeline"] : [])
            void queries.invalidateQueries({ queryKey: [key, event.readerId] });
        } else if (event.type === "presence.changed") {
          refreshPresence();
        } else if (event.type.startsWith("batch.")) {
          if (event.batchId) refreshBatch();
        } else if (event.type.startsWith("claim.")) {
          if (event.commentId) setClaim(queries, event.commentId, event.claim ?? null);
          // An answer that is on its way may be older than this hint.
          if (queries.isFetching({ queryKey: ["queue"] }) > 0) refreshQueue();
        } else if (ABOUT_READERS.test(event.type)) {
          refreshQueue();
          for (const key of ["reader", "timeline", "readers", "review"])
            void queries.invalidateQueries({ queryKey: [key] });
        } else if (event.type.startsWith("site.")) {
          for (const key of ["sites", "settings-changes"])
            void queries.invalidateQueries({ queryKey: [key] });
        } else if (event.type.startsWith("webhook."))
          void queries.invalidateQueries({ queryKey: ["webhooks"] });
        else if (ABOUT_PEOPLE.test(event.type)) {
          // A change of rights may change everything on the screen.
          if (event.type === "moderator.updated") void queries.invalidateQueries();
          else for (const key of PEOPLE_KEYS) void queries.invalidateQueries({ queryKey: [key] });
        } else if (event.type.startsWith("api-key."))
          void queries.invalidateQueries({ queryKey: ["api-keys"] });
      },
    });
  }, [queries]);
}

/** The open queue brings the counts along; where none is open, the counts are fetched alone. */
export async function refetchQueue(queries: QueryClient): Promise<void> {
  // Queues seen before are fetched anew when they are seen again.
  await queries.invalidateQueries({ queryKey: ["queue"], type: "inactive", refetchType: "none" });
  const open = queries.getQueryCache().findAll({ queryKey: ["queue"], type: "active" });
  await queries.refetchQueries({ queryKey: [open.length > 0 ? "queue" : "counts"], type: "active" });
}
