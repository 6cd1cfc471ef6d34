import { postingTo } from "../comments/post.ts";
import type { Db } from "../db/pool.ts";
import { AppError } from "../errors.ts";
import { createSite } from "../sites/create.ts";
import { findSites, type SiteRow, siteBySlug } from "../sites/store.ts";
import { DEMO_ARTICLE } from "./article.ts";
import { DEMO_COMMENTS } from "./comments.ts";

/** Makes the demo site where there is no site at all; null where there is one. */
export async function createDemoSite(db: Db): Promise<SiteRow | null> {
  if ((await findSites(db, { ids: null, limit: 1 })).length > 0) return null;
  return createSite(db, {
    slug: "demo",
    name: "The Daily Example",
    allowedOrigins: ["*"],
    actor: "system",
  }).catch((error: unknown) => {
    // Another process was faster.
    if (error instanceof AppError && error.code === "conflict") return null;
    throw error;
  });
}

/**
 * Posts the demo's comments under the demo article, as its readers would, so that they are scored and judged like any. A reply waits for its
 * parent to be public; one whose parent was held is posted as a comment of its own. Needs workers running somewhere. Answers how many were posted.
 */
export async function seedDemoComments(
  db: Db,
  articleUrl: string,
  isPublic: (id: string) => Promise<boolean>,
): Promise<number> {
  const site = await siteBySlug(db, "demo");
  const post = postingTo(db);
  const readers = new Map<string, string>();
  const ids: (string | null)[] = [];
  for (const { name, text, parent } of DEMO_COMMENTS) {
    const parentId = parent === undefined ? null : (ids[parent] ?? null);
    const comment = await post({
      site,
      article: {
        url: articleUrl,
        id: DEMO_ARTICLE.id,
        title: DEMO_ARTICLE.title,
        section: DEMO_ARTICLE.section,
      },
      parentId,
      text,
      readerId: readers.get(name) ?? null,
      guest: { name },
    });
    readers.set(name, comment.readerId);
    ids.push((await isPublic(comment.id)) ? comment.id : null);
  }
  return ids.length;
}
