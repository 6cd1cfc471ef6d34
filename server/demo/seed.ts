import { articleIdOf } from "../articles/find.ts";
import { postingTo } from "../comments/post.ts";
import type { Db } from "../db/pool.ts";
import { AppError } from "../errors.ts";
import { createSite } from "../sites/create.ts";
import { findSites, type SiteRow, siteBySlug } from "../sites/store.ts";
import { DEMO_ARTICLE } from "./article.ts";
import { DEMO_COMMENTS } from "./comments.ts";
import { findDemoComments, forgetToFill, rememberToFill, withDemoLock } from "./store.ts";

const SLUG = "demo";

/** Makes the demo site where there is no site at all; null where there is one. */
export async function createDemoSite(db: Db): Promise<SiteRow | null> {
  if ((await findSites(db, { ids: null, limit: 1 })).length > 0) return null;
  // Before the site, so that a start that is killed in between leaves nothing that the next would not see.
  await rememberToFill(db);
  return addDemoSite(db);
}

/** Makes the demo site beside any others; null where it is there already. */
export function addDemoSite(db: Db): Promise<SiteRow | null> {
  return createSite(db, {
    slug: SLUG,
    name: "The Daily Example",
    allowedOrigins: ["*"],
    actor: "system",
  }).catch((error: unknown) => {
    // It is there, or another process was faster.
    if (error instanceof AppError && error.code === "conflict") return null;
    throw error;
  });
}

/**
 * Posts those of the demo's comments that are not there, whatever has become of them, under the demo article, as its readers would, so that they
 * are scored and judged like any. A reply waits for its parent to be public; one whose parent was held is posted as a comment of its own. Needs
 * workers running somewhere: `isPublic` resolves when a comment is decided. Answers how many were posted. Throws AppError("conflict") while somebody else does the same.
 */
export async function seedDemoComments(
  db: Db,
  articleUrl: string,
  isPublic: (id: string) => Promise<boolean>,
): Promise<number> {
  const site = await siteBySlug(db, SLUG);
  const { id, title, section } = DEMO_ARTICLE;
  const article = { url: articleUrl, id, title, section };
  return withDemoLock(db, async () => {
    const there = await findDemoComments(db, await articleIdOf(db, site.id, article));
    const post = postingTo(db);
    const readers = new Map(there.map(({ name, readerId }) => [name, readerId]));
    const ids: (string | null)[] = [];
    let posted = 0;
    for (const { name, text, parent } of DEMO_COMMENTS) {
      const known = there.find((comment) => comment.name === name && comment.text === text);
      if (known) {
        ids.push(known.isPublic ? known.id : null);
        continue;
      }
      const comment = await post({
        site,
        article,
        parentId: parent === undefined ? null : (ids[parent] ?? null),
        text,
        readerId: readers.get(name) ?? null,
        guest: { name },
      });
      posted += 1;
      readers.set(name, comment.readerId);
      ids.push((await isPublic(comment.id)) ? comment.id : null);
    }
    await forgetToFill(db);
    return posted;
  });
}
