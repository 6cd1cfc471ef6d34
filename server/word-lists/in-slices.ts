import { setImmediate } from "node:timers/promises";

/** Work at a stretch, in ms, before others have their turn. */
const SLICE = 4;
/** Items between two looks at the clock. */
const AT_ONCE = 16;

/** Does something with each item, in slices, so that long work keeps nobody waiting. */
export async function inSlices<T>(items: readonly T[], work: (item: T, i: number) => void): Promise<void> {
  let since = performance.now();
  for (let i = 0; i < items.length; i++) {
    work(items[i] as T, i);
    if (i % AT_ONCE !== 0 || performance.now() - since < SLICE) continue;
    await setImmediate();
    since = performance.now();
  }
}
