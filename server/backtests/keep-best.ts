/** The `k` items with the highest keys; of equal keys, those with the smaller id. The same items in whatever order they come. */
export function keepBest<T>(k: number): {
  offer(key: number, id: string, make: () => T): void;
  items(): T[];
} {
  const kept: { key: number; id: string; item: T }[] = [];
  const before = (a: { key: number; id: string }, b: { key: number; id: string }): boolean =>
    a.key > b.key || (a.key === b.key && a.id < b.id);
  return {
    offer(key, id, make) {
      const last = kept.at(-1);
      if (kept.length === k && last && !before({ key, id }, last)) return;
      const at = kept.findIndex((one) => before({ key, id }, one));
      kept.splice(at < 0 ? kept.length : at, 0, { key, id, item: make() });
      if (kept.length > k) kept.pop();
    },
    items: () => kept.map(({ item }) => item),
  };
}
