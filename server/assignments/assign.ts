import { type Db, inTransaction, type Tx } from "../db/pool.ts";
import { AppError } from "../errors.ts";
import { appendEvents } from "../events/append.ts";
import type { SignedIn } from "../moderators/access.ts";
import { type Assignee, MOST_ASSIGNED } from "./contract.ts";
import { assignedTo, deleteAssignment, insertAssignment, lockArticle, whoModerates } from "./store.ts";

interface Asked {
  siteId: string;
  articleId: string;
  moderatorId: string;
}

/** What is told of an article that is not there. */
export const MISSING = "There is no such article on this site.";

/**
 * Assigns an article that `by` may see; answers whom it is assigned to now. Throws AppError: forbidden (somebody else, by one who is no owner);
 * not_found (article, or nobody who may see it); conflict when as many have it as may.
 */
export function assignArticle(db: Db, by: SignedIn, asked: Asked): Promise<Assignee[]> {
  assertMayAssign(by, asked.moderatorId);
  return changed(db, by, asked, async (tx) => {
    if ((await whoModerates(tx, asked.articleId, asked.moderatorId, 1)).length === 0)
      throw new AppError(
        "not_found",
        "Nobody of that name may see this article. Give them its site or section first.",
      );
    if (!(await insertAssignment(tx, asked))) return;
    const now = (await assignedTo(tx, { ...asked, scope: by })) ?? [];
    if (now.length > MOST_ASSIGNED)
      throw new AppError(
        "conflict",
        `${MOST_ASSIGNED} people look after this article already. Take one of them off first.`,
      );
    await tell(tx, by, asked, "article.assigned");
  });
}

/** Takes an assignment back, where there is one. Throws AppError: forbidden, not_found. */
export function unassignArticle(db: Db, by: SignedIn, asked: Asked): Promise<Assignee[]> {
  assertMayAssign(by, asked.moderatorId);
  return changed(db, by, asked, async (tx) => {
    if (await deleteAssignment(tx, asked)) await tell(tx, by, asked, "article.unassigned");
  });
}

function assertMayAssign(by: SignedIn, moderatorId: string): void {
  if (by.role !== "owner" && by.id !== moderatorId)
    throw new AppError("forbidden", "You can assign articles to yourself. Ask an owner to assign others.");
}

function changed(db: Db, by: SignedIn, asked: Asked, change: (tx: Tx) => Promise<void>): Promise<Assignee[]> {
  const of = { ...asked, scope: by };
  return inTransaction(db, async (tx) => {
    await lockArticle(tx, asked.siteId, asked.articleId);
    if (!(await assignedTo(tx, of))) throw new AppError("not_found", MISSING);
    await change(tx);
    return (await assignedTo(tx, of)) ?? [];
  });
}

function tell(
  tx: Tx,
  by: SignedIn,
  { siteId, articleId, moderatorId }: Asked,
  type: "article.assigned" | "article.unassigned",
): Promise<void> {
  return appendEvents(tx, [{ type, siteId, articleId, actor: `moderator/${by.id}`, data: { moderatorId } }]);
}
