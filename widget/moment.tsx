import { useEffect, useState } from "preact/hooks";
import { exactTime, relativeTime } from "./words.ts";

const TICK_MS = 30_000;
const listeners = new Set<() => void>();
let timer = 0;

/** One clock for all times on the page, which stands still while none is shown. */
function eachTick(listener: () => void): () => void {
  listeners.add(listener);
  timer ||= window.setInterval(() => {
    for (const listen of listeners) listen();
  }, TICK_MS);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = 0;
  };
}

export function useNow(): number {
  const [now, tick] = useState(Date.now());
  useEffect(() => eachTick(() => tick(Date.now())), []);
  return now;
}

/** A time, relative; the exact one on hover. With an id it is the comment's permalink. */
export function Moment({ id, at, label }: { id?: string; at: string; label?: string }) {
  const now = useNow();
  const time = (
    <time dateTime={at} title={exactTime(at)}>
      {label ?? relativeTime(at, now)}
    </time>
  );
  if (!id) return time;
  return (
    <a class="meta" href={`${location.href.split("#")[0]}#comment-${id}`}>
      {time}
    </a>
  );
}
