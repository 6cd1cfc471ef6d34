import { LRUCache } from "lru-cache";
import type { Queryable } from "../db/pool.ts";
import { articleId } from "../ids.ts";
import type { ArticleRef } from "./contract.ts";
import { canonicalUrl, keyOf } from "./key.ts";

/** Names are as long as clients make them, so the letters are bounded as well: 10 MB a cache. */
const BOUNDS = {
  max: 50_000,
  maxSize: 10_000_000,
  sizeCalculation: (_id: string, key: string) => key.length,
};

/** Which article an address leads to, by site and URL as it was asked for. Short-lived, since an article may be made meanwhile. */
const byUrl = new LRUCache<string, string>({ ...BOUNDS, ttl: 10_000 });
/** The ids that follow from a site's own ones. */
const byOwnId = new LRUCache<string, string>(BOUNDS);

/**
 * The id of the article a client means, whether it exists yet or not: by the site's own id where given, else by URL. An article that was
 * made with an id of its own is found by its URL too, so that a page has one thread however it is named. Throws AppError("invalid").
 */
export async function articleIdOf(
  db: Queryable,
  siteId: string,
  ref: Pick<ArticleRef, "url" | "id">,
): Promise<string> {
  const cacheKey = `${siteId} ${ref.id ?? ref.url}`;
  const known = (ref.id ? byOwnId : byUrl).get(cacheKey);
  if (known) return known;
  const id = articleId(siteId, keyOf(ref));
  if (ref.id) {
    byOwnId.set(cacheKey, id);
    return id;
  }
  const url = canonicalUrl(ref.url);
  const { rows } = await db.query<{ id: string }>({
    name: "article-by-url",
    text: `select id from articles where site_id = $1 and (id = $2 or url = $3) order by id = $2 desc, created_at limit 1`,
    values: [siteId, id, url],
  });
  if (rows[0]) byUrl.set(cacheKey, rows[0].id);
  return rows[0]?.id ?? id;
}

/** How a reader's client names an article in one word: its URL, or the site's own id as `id:…`. */
export function refOf(named: string): Pick<ArticleRef, "url" | "id"> {
  return named.startsWith("id:") ? { url: "", id: named.slice(3) } : { url: named };
}
