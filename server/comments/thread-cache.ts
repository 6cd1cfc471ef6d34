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

/**
 * Pages of threads as bytes, so that a popular article costs a look-up and a write. Dropped as soon as anything happens to a comment
 * of the article, here or in another process; all of them when events may have been missed.
 */
export function threadCache(feed: Feed): ThreadCache {
  const pages = new LRUCache<string, Map<string, Promise<PreparedThread>>>({ max: 10_000 });
  let bytes = 0;

  function forget(articleId: string): void {
    pages.delete(articleId);
  }
  function forgetAll(): void {
    pages.clear();
    bytes = 0;
  }
  feed.subscribe((event) => event.commentId && event.articleId && forget(event.articleId));
  feed.onGap(forgetAll);

  return {
    forget,
    get(articleId, query, make) {
      const known = pages.get(articleId) ?? new Map<string, Promise<PreparedThread>>();
      const page = known.get(query);
      if (page) return page;
      // Kept before it is read, in the article's present set: a change meanwhile drops the set, so a page read too early is never found again.
      const made = make().then((thread) => {
        const ready = prepare(thread);
        bytes += ready.body.length + ready.gzip.length;
        if (bytes > MAX_BYTES) forgetAll();
        return ready;
      });
      known.set(query, made);
      pages.set(articleId, known);
      made.catch(() => known.delete(query));
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
