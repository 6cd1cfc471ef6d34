import type { Queryable } from "../db/pool.ts";
import type { Scope, SignedIn } from "../moderators/access.ts";
import { onSite } from "../moderators/scope.ts";
import { kindsInForce } from "../sanctions/store.ts";
import { type SiteRow, sitesByIds } from "../sites/store.ts";
import { maySeeTraces } from "../traces/allowed.ts";
import { sameTraces, traceKinds } from "../traces/store.ts";
import { readerCards } from "./cards.ts";
import type { ReaderCard, ReaderPage } from "./contract.ts";
import { emailsOf, readersByIds } from "./store.ts";
import { visibleReader } from "./visible.ts";

/** Others listed as perhaps the same person; more than that share a network and say little. */
const LISTED = 20;

/** A reader as their own page shows them. Throws AppError("not_found"). */
export async function readReader(
  db: Queryable,
  by: SignedIn,
  id: string,
  now = new Date(),
): Promise<ReaderPage> {
  const reader = await visibleReader(db, by, id);
  const site = (await sitesByIds(db, [reader.siteId])).get(reader.siteId) as SiteRow;
  const [cards, emails, samePerson] = await Promise.all([
    readerCards(db, by, [id], now),
    by.role === "owner" ? emailsOf(db, [id]) : new Map<string, string>(),
    maySeeTraces(by, site) ? samePersonAs(db, { readerId: id, scope: onSite(by, site.id) }, now) : null,
  ]);
  return {
    ...(cards.get(id) as ReaderCard),
    site: { slug: site.slug, name: site.name },
    email: emails.get(id) ?? null,
    samePerson,
  };
}

async function samePersonAs(
  db: Queryable,
  of: { readerId: string; scope: Scope },
  now: Date,
): Promise<ReaderPage["samePerson"]> {
  const [{ others, count }, traces] = await Promise.all([
    sameTraces(db, { ...of, limit: LISTED }),
    traceKinds(db, of.readerId),
  ]);
  const ids = others.map(({ readerId }) => readerId);
  const [readers, inForce] = await Promise.all([readersByIds(db, ids), kindsInForce(db, ids, now)]);
  return {
    count,
    traces,
    others: others.flatMap(({ readerId, by, lastSeenAt }) => {
      const other = readers.get(readerId);
      if (!other) return [];
      const { id, name, createdAt } = other;
      return [
        {
          id,
          name,
          createdAt: createdAt.toISOString(),
          by,
          lastSeenAt: lastSeenAt.toISOString(),
          sanctions: [...(inForce.get(readerId) ?? [])],
        },
      ];
    }),
  };
}
