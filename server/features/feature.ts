import { type Db, inTransaction, type Tx } from "../db/pool.ts";
import { type Locked, lockComments } from "../decisions/store.ts";
import { AppError } from "../errors.ts";
import { appendEvents } from "../events/append.ts";
import { assertMaySee, type SignedIn } from "../moderators/access.ts";
import { type Feature, MOST_FEATURED } from "./contract.ts";
import { countUnderLocked, deleteFeatures, type FeatureRow, findFeature, insertFeature } from "./store.ts";

const MISSING = "There is no such comment.";

/**
 * Puts a public comment on top of its thread. Throws AppError: not_found; conflict when it has moved on, is not public, or as many are featured under its
 * article as may be.
 */
export function featureComment(
  db: Db,
  by: SignedIn,
  asked: { commentId: string; version: number },
  now = new Date(),
): Promise<{ feature: Feature; articleId: string }> {
  const { commentId, version } = asked;
  return inTransaction(db, async (tx) => {
    const comment = await lockVisible(tx, by, commentId);
    const before = await findFeature(tx, commentId);
    if (!before) {
      if (comment.version !== version)
        throw new AppError("conflict", "This comment has changed since you saw it. Look again first.");
      if (comment.status !== "approved")
        throw new AppError("conflict", "Only a public comment can be featured. Approve it first.");
      if ((await countUnderLocked(tx, comment.articleId)) >= MOST_FEATURED)
        throw new AppError(
          "conflict",
          `${MOST_FEATURED} comments are featured under this article already. Take one of them down first.`,
        );
      const { siteId, articleId } = comment;
      await insertFeature(tx, { commentId, siteId, articleId, moderatorId: by.id }, now);
      await tell(tx, by, comment, "comment.featured", now);
    }
    return {
      feature: view(before ?? ((await findFeature(tx, commentId)) as FeatureRow)),
      articleId: comment.articleId,
    };
  });
}

/** Takes a comment off the top of its thread, where it may not be at all; answers its article. Throws AppError("not_found"). */
export function unfeatureComment(
  db: Db,
  by: SignedIn,
  commentId: string,
  now = new Date(),
): Promise<{ articleId: string }> {
  return inTransaction(db, async (tx) => {
    const comment = await lockVisible(tx, by, commentId);
    if ((await deleteFeatures(tx, [commentId])).size > 0)
      await tell(tx, by, comment, "comment.unfeatured", now);
    return { articleId: comment.articleId };
  });
}

async function lockVisible(tx: Tx, by: SignedIn, id: string): Promise<Locked> {
  const comment = (await lockComments(tx, [id])).get(id);
  if (!comment) throw new AppError("not_found", MISSING);
  assertMaySee(by, comment, MISSING);
  return comment;
}

function tell(
  tx: Tx,
  by: SignedIn,
  comment: Locked,
  type: "comment.featured" | "comment.unfeatured",
  now: Date,
): Promise<void> {
  const { id, siteId, articleId, parentId, readerId, version, status } = comment;
  const live = { version, status, statusBefore: status, parentId, readerId };
  const actor = `moderator/${by.id}`;
  return appendEvents(tx, [{ type, siteId, articleId, commentId: id, actor, data: { version }, live }], now);
}

function view({ commentId, moderatorId, moderatorName, createdAt }: FeatureRow): Feature {
  return { commentId, by: { id: moderatorId, name: moderatorName }, at: createdAt.toISOString() };
}
