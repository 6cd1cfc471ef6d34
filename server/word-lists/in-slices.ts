import { setImmediate } from "node:timers/promises";

/** Work at a stretch, in ms, before others have their turn. */
const SLICE = 4;

/** Does something with each item, in slices, so that long work keeps nobody waiting. */
export async function inSlices<T>(items: Iterable<T>, work: (item: T) => void): Promise<void> {
  let since = performance.now();
  for (const item of items) {
    work(item);
    if (performance.now() - since < SLICE) continue;
    await setImmediate();
    since = performance.now();
  }
}
