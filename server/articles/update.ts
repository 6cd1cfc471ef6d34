import { type Db, inTransaction } from "../db/pool.ts";
import { AppError } from "../errors.ts";
import { appendEvents } from "../events/append.ts";
import { type ArticleRow, setModeration } from "./store.ts";

/** Chooses how an article is moderated; null: as its site. Throws AppError("not_found"). */
export function updateArticle(
  db: Db,
  change: { siteId: string; id: string; moderation: "post" | "pre" | null; actor: string },
): Promise<ArticleRow> {
  return inTransaction(db, async (tx) => {
    const article = await setModeration(tx, change);
    if (!article) throw new AppError("not_found", "There is no such article on this site.");
    await appendEvents(tx, [
      {
        type: "article.updated",
        siteId: change.siteId,
        articleId: article.id,
        actor: change.actor,
        data: { moderation: change.moderation },
      },
    ]);
    return article;
  });
}
