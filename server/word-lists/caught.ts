import type { Queryable } from "../db/pool.ts";
import { listsNamed } from "../rules/lists-named.ts";
import { findRules } from "../rules/store.ts";
import { caughtSince } from "./caught-store.ts";
import type { CaughtOverTime } from "./definition.ts";
import { findVersions, type ListRow } from "./store.ts";
import { noSums } from "./try.ts";

const DAY_MS = 86_400_000;

/** What each entry of a list caught in so many days, as it stands with the decisions of the rules. */
export async function caughtOverTime(
  db: Queryable,
  list: Pick<ListRow, "id" | "siteId">,
  { days, now }: { days: number; now: Date },
): Promise<CaughtOverTime> {
  const since = new Date(now.getTime() - days * DAY_MS);
  const [rows, rules, versions] = await Promise.all([
    caughtSince(db, { siteId: list.siteId, listId: list.id, since }),
    findRules(db, list.siteId),
    findVersions(db, list.id),
  ]);
  const asking = rules.filter(
    ({ mode, definition }) => mode !== "off" && listsNamed(definition).includes(list.id),
  );
  const first = asking.map(({ createdAt }) => createdAt).sort((a, b) => a.getTime() - b.getTime())[0];
  const from = first && (first > since ? first : since);
  const entries = new Map<string, CaughtOverTime["entries"][number]>();
  for (const { entry, day, caught, approved, refused, published } of rows) {
    const sum = entries.get(entry) ?? { entry, ...noSums(), byDay: new Array<number>(days).fill(0) };
    entries.set(entry, sum);
    sum.caught += caught;
    sum.approved += approved;
    sum.refused += refused;
    sum.published += published;
    const at = Math.min(day, days - 1);
    sum.byDay[at] = (sum.byDay[at] ?? 0) + caught;
  }
  return {
    days,
    askedSince: from?.toISOString() ?? null,
    versionThen: (from && versions.find(({ createdAt }) => createdAt <= from)?.version) ?? null,
    entries: [...entries.values()].sort((one, other) => other.caught - one.caught),
  };
}
