import { type Db, inTransaction } from "../db/pool.ts";
import { AppError } from "../errors.ts";
import { appendEvents } from "../events/append.ts";
import type { SignedIn } from "../moderators/access.ts";
import { type ArticleRow, setModeration } from "./store.ts";

/** Chooses how an article that `by` may see is moderated; null: as its site. Throws AppError("not_found"). */
export function updateArticle(
  db: Db,
  by: SignedIn,
  change: { siteId: string; id: string; moderation: "post" | "pre" | null },
): Promise<ArticleRow> {
  return inTransaction(db, async (tx) => {
    const article = await setModeration(tx, { ...change, scope: by });
    if (!article) throw new AppError("not_found", "There is no such article on this site.");
    await appendEvents(tx, [
      {
        type: "article.updated",
        siteId: change.siteId,
        articleId: article.id,
        actor: `moderator/${by.id}`,
        data: { moderation: change.moderation },
      },
    ]);
    return article;
  });
}
