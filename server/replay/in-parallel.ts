/** Runs `work` for every item, at most `width` at a time, starting in order. Takes the next item only when there is room. */
export async function inParallel<T>(
  items: Iterable<T> | AsyncIterable<T>,
  width: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const running = new Set<Promise<void>>();
  for await (const item of items) {
    const one: Promise<void> = work(item).finally(() => running.delete(one));
    running.add(one);
    if (running.size >= width) await Promise.race(running);
  }
  await Promise.all(running);
}
