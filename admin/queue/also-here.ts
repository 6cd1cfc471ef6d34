import { takenBy } from "./queue-state.ts";
import type { Entry } from "./reconcile.ts";

/** The colleagues who are on something in this queue. */
export function alsoHere(entries: Entry[], me: string | null): string {
  const names = entries.flatMap((entry) => takenBy(entry, me) ?? []);
  return [...new Set(names)].sort().join(", ");
}
