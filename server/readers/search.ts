import { fromCursor, toCursor } from "../cursor.ts";
import type { Queryable } from "../db/pool.ts";
import type { SignedIn } from "../moderators/access.ts";
import { sitesByIds } from "../sites/store.ts";
import { scopeOf } from "../sites/visible.ts";
import { readerCards } from "./cards.ts";
import type { ReaderItem } from "./contract.ts";
import { searchReaders } from "./search-store.ts";
import { emailsOf } from "./store.ts";

/** Readers by the beginnings of their names' words or, for owners, by e-mail; the newest first. Throws AppError("not_found") for a site they do not moderate. */
export async function listReaders(
  db: Queryable,
  by: SignedIn,
  query: { site?: string; q?: string; sanctioned?: "true" | "false"; limit: number; after?: string },
  now = new Date(),
): Promise<{ items: ReaderItem[]; next: string | null }> {
  const scope = await scopeOf(db, by, query.site);
  const owner = by.role === "owner";
  const q = query.q ?? "";
  const byEmail = owner && /^\S+@\S+$/.test(q);
  const words = byEmail ? [] : (q.match(/[\p{L}\p{N}]+/gu) ?? []);
  const rows = await searchReaders(db, {
    scope,
    words,
    name: q !== "" && !byEmail && words.length === 0 ? q : null,
    email: byEmail ? q : null,
    sanctioned: query.sanctioned === "true",
    after: query.after ? (fromCursor(query.after, ["uuid"])[0] ?? null) : null,
    limit: query.limit + 1,
    now,
  });
  const shown = rows.slice(0, query.limit);
  const ids = shown.map(({ id }) => id);
  const [cards, emails, sites] = await Promise.all([
    readerCards(db, by, ids, now),
    owner ? emailsOf(db, ids) : new Map<string, string>(),
    sitesByIds(db, [...new Set(shown.map(({ siteId }) => siteId))]),
  ]);
  const items = shown.flatMap(({ id, siteId }): ReaderItem[] => {
    const [card, site] = [cards.get(id), sites.get(siteId)];
    if (!card || !site) return [];
    const { notes: _, ...rest } = card;
    return [{ ...rest, site: { slug: site.slug, name: site.name }, email: emails.get(id) ?? null }];
  });
  const last = rows.length > query.limit ? shown.at(-1) : undefined;
  return { items, next: last ? toCursor(last.id) : null };
}
