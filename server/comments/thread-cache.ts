import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { LRUCache } from "lru-cache";
import type { Feed } from "../events/feed.ts";
import type { Thread } from "./contract.ts";

/** A page of a thread, ready to send. */
export interface PreparedThread {
  etag: string;
  body: Buffer;
  gzip: Buffer;
}

export interface ThreadCache {
  /** The page for this article and query, made by `make` when it is not known or the article has changed since. */
  get(articleId: string, query: string, make: () => Promise<Thread>): Promise<PreparedThread>;
  /** The caller has just changed something under this article: do not wait to hear of it. */
  forget(articleId: string): void;
}

/** 64 MB of pages: some thousand articles' first pages. */
const MAX_BYTES = 64 * 1024 * 1024;
/** What a page costs besides its bytes: its query, its ETag, its places in two maps. */
const OVERHEAD = 2_000;

interface Pages {
  byQuery: Map<string, Promise<PreparedThread>>;
  bytes: number;
}

/**
 * Pages of threads as bytes, so that a popular article costs a look-up and a write. Dropped as soon as anything happens to a comment
 * of the article, here or in another process; all of them when events may have been missed. When memory is full, the articles go that
 * nobody has read for longest.
 */
export function threadCache(feed: Feed): ThreadCache {
  let bytes = 0;
  const articles = new LRUCache<string, Pages>({
    max: 10_000,
    dispose: (pages) => {
      bytes -= pages.bytes;
    },
  });
  const forget = (articleId: string): void => void articles.delete(articleId);
  feed.subscribe((event) => event.commentId && event.articleId && forget(event.articleId));
  feed.onGap(() => articles.clear());

  function pagesOf(articleId: string): Pages {
    const known = articles.get(articleId);
    if (known) return known;
    const pages: Pages = { byQuery: new Map(), bytes: 0 };
    articles.set(articleId, pages);
    return pages;
  }

  function count(articleId: string, pages: Pages, page: PreparedThread): void {
    // Dropped while it was read: nobody will find it.
    if (articles.peek(articleId) !== pages) return;
    const size = page.body.length + page.gzip.length + OVERHEAD;
    pages.bytes += size;
    bytes += size;
    while (bytes > MAX_BYTES && articles.size > 0) articles.pop();
  }

  return {
    forget,
    get(articleId, query, make) {
      // Kept before it is read, in the article's present set: a change meanwhile drops the set, so a page read too early is never found again.
      const pages = pagesOf(articleId);
      const known = pages.byQuery.get(query);
      if (known !== undefined) return known;
      const made = make().then((thread) => {
        const page = prepare(thread);
        count(articleId, pages, page);
        return page;
      });
      pages.byQuery.set(query, made);
      made.catch(() => pages.byQuery.delete(query));
      return made;
    },
  };
}

function prepare(thread: Thread): PreparedThread {
  const body = Buffer.from(JSON.stringify(thread));
  return {
    body,
    gzip: gzipSync(body),
    etag: `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`,
  };
}
