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
 * `decided` resolves once that comment is no longer pending, or when the time is up. When events may have been missed, `isDecided` is asked.
 */
export function waitForDecision(
  feed: Feed,
  seconds: number,
  isDecided: (commentId: string) => Promise<boolean>,
): { decided(commentId: string): Promise<void>; stop(): void } {
  const seen = new Set<string>();
  let missed = false;
  let awaited: { id: string; resolve: () => void } | undefined;
  let timer: NodeJS.Timeout | undefined;
  const look = ({ id, resolve }: NonNullable<typeof awaited>): void => {
    // A database that does not answer leaves the wait to its end.
    isDecided(id).then(
      (yes) => yes && resolve(),
      () => {},
    );
  };
  const unsubscribe = feed.subscribe((event) => {
    if (!event.commentId || !event.status || event.status === "pending") return;
    if (!awaited) seen.add(event.commentId);
    else if (awaited.id === event.commentId) awaited.resolve();
  });
  const stopGap = feed.onGap(() => {
    missed = true;
    if (awaited) look(awaited);
  });
  return {
    decided: (id) =>
      new Promise((resolve) => {
        if (seen.has(id)) return resolve();
        awaited = { id, resolve };
        timer = setTimeout(resolve, seconds * 1_000);
        if (missed) look(awaited);
      }),
    stop() {
      unsubscribe();
      stopGap();
      clearTimeout(timer);
    },
  };
}
