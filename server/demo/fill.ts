import { waitForDecision } from "../comments/prefer-wait.ts";
import { findComment, isDecided } from "../comments/store.ts";
import type { Db } from "../db/pool.ts";
import { AppError } from "../errors.ts";
import { startFeed } from "../events/feed.ts";
import { siteBySlug } from "../sites/store.ts";
import { DEMO_ARTICLE } from "./article.ts";
import { seedDemoComments } from "./seed.ts";

/** A comment of the demo is decided within this time, in s, wherever workers run. */
const PATIENCE = 10;

/**
 * Adds the demo's comments that are missing; the article stands on the server at `address`. Answers how many were posted. Throws AppError: "unavailable" when
 * nothing decides them (what was posted stays), "conflict" while somebody else adds them.
 */
export async function fillDemo(db: Db, url: string, address: string): Promise<number> {
  const site = await siteBySlug(db, "demo");
  const feed = await startFeed(url);
  try {
    return await seedDemoComments(db, address + DEMO_ARTICLE.path, async (id) => {
      const watched = waitForDecision(feed, PATIENCE, (comment) => isDecided(db, comment));
      try {
        if (!(await isDecided(db, id))) await watched.decided(id);
      } finally {
        watched.stop();
      }
      const status = (await findComment(db, site.id, id))?.status;
      if (status === "pending")
        throw new AppError(
          "unavailable",
          "Nothing judges comments at the moment. Start workers (npm run workers), then run npm run seed again for the rest.",
        );
      return status === "approved";
    });
  } finally {
    await feed.stop();
  }
}
