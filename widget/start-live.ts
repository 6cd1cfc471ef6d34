import type { Conversation } from "./conversation.ts";
import { followEvent } from "./follow-events.ts";
import { refreshAllOwn } from "./own-status.ts";
import { catchUp } from "./read-thread.ts";

declare const LIVE_FILE: string;

/** The longest a page waits before it reads the thread again, so that not all pages ask at once. */
const SPREAD_MS = 2_000;

/**
 * Loads the live part and follows the article; returns how to stop. Without it (an old network, a strict policy) the
 * thread still works, and catches up each time the page is looked at again.
 */
export function startLive(talk: Conversation): () => void {
  const { origin, site, article } = talk.options;
  const stops: (() => void)[] = [];
  let planned = 0;

  function catchUpSoon(): void {
    planned ||= window.setTimeout(() => {
      planned = 0;
      void catchUp(talk);
    }, Math.random() * SPREAD_MS);
  }

  async function connect(): Promise<void> {
    const live = (await import(origin + LIVE_FILE)) as typeof import("./live.ts");
    const line = live.connect({
      origin,
      site,
      article: { url: article.url, id: article.id },
      token: () => talk.memory.token(),
      onEvent: (event) => void (event.type === "thread.changed" ? catchUpSoon() : followEvent(talk, event)),
      onConnect: () => void catchUp(talk),
    });
    talk.identify = () => line.again();
    stops.push(line.close);
  }

  const seen = () => {
    if (document.visibilityState === "visible") void refreshAllOwn(talk);
  };
  document.addEventListener("visibilitychange", seen);
  stops.push(
    () => document.removeEventListener("visibilitychange", seen),
    () => clearTimeout(planned),
  );
  connect().catch(() =>
    console.info("Replydesk: the live part could not be loaded; new comments show on reload."),
  );
  return () => {
    for (const stop of stops) stop();
  };
}
