import type { Feed } from "../events/feed.ts";

/** The longest a client may ask to wait, in s. */
const LONGEST = 10;

/** Seconds of `Prefer: wait=N` (RFC 7240), at most ten; 0 when nothing of the kind is asked. */
export function preferredWait(header: string | string[] | undefined): number {
  const seconds = /(?:^|[,;\s])wait\s*=\s*"?(\d{1,4})/i.exec(String(header ?? ""))?.[1];
  return Math.min(Number(seconds ?? 0), LONGEST);
}

/**
 * Watches for decisions from now on, so that one made before its comment's id is even known here is not missed.
 * `decided` resolves true once that comment is no longer pending, false when the time is up.
 */
export function waitForDecision(
  feed: Feed,
  seconds: number,
): { decided(commentId: string): Promise<boolean>; stop(): void } {
  const seen = new Set<string>();
  let awaited: { id: string; resolve: (decided: boolean) => void } | undefined;
  const unsubscribe = feed.subscribe((event) => {
    if (!event.commentId || !event.status || event.status === "pending") return;
    seen.add(event.commentId);
    if (awaited?.id === event.commentId) awaited.resolve(true);
  });
  let timer: NodeJS.Timeout | undefined;
  return {
    decided: (id) =>
      new Promise((resolve) => {
        if (seen.has(id)) return resolve(true);
        awaited = { id, resolve };
        timer = setTimeout(() => resolve(false), seconds * 1_000);
      }),
    stop() {
      unsubscribe();
      clearTimeout(timer);
    },
  };
}
