import { appealableUntil } from "../appeals/appealable.ts";
import type { SiteRow } from "../sites/store.ts";
import type { OwnComment, PublicComment } from "./contract.ts";
import type { CommentRow } from "./store.ts";

/** A comment as its author sees it. */
export function ownView(comment: CommentRow, site: Pick<SiteRow, "settings">): OwnComment {
  return {
    id: comment.id,
    status: comment.status,
    version: comment.version,
    parentId: comment.parentId,
    reader: { name: comment.readerName },
    html: comment.html,
    text: comment.text,
    createdAt: comment.createdAt.toISOString(),
    editedAt: comment.editedAt?.toISOString() ?? null,
    editableUntil: editableUntil(comment.createdAt, site).toISOString(),
    featured: comment.featured,
    reason: reasonWords(comment.reason, site),
    appealableUntil:
      comment.refusedAt && !comment.appeal ? appealableUntil(comment.refusedAt).toISOString() : null,
    appeal: comment.appeal && {
      createdAt: new Date(comment.appeal.createdAt).toISOString(),
      outcome: comment.appeal.outcome,
    },
  };
}

/** The words a reader is given for a reason: the site's, when it is one of the site's own. */
export function reasonWords(reason: string | null, site: Pick<SiteRow, "settings">): string | null {
  return site.settings.rejectReasons.find((known) => known.id === reason)?.words ?? reason;
}

export function editableUntil(createdAt: Date, site: Pick<SiteRow, "settings">): Date {
  return new Date(createdAt.getTime() + site.settings.editWindowSeconds * 1_000);
}

/** An approved comment as everybody sees it. */
export function publicView(
  comment: Omit<
    CommentRow,
    | "siteId"
    | "articleId"
    | "readerId"
    | "status"
    | "version"
    | "revision"
    | "reason"
    | "refusedAt"
    | "appeal"
  >,
  replyCount: number,
): PublicComment {
  return {
    id: comment.id,
    parentId: comment.parentId,
    depth: comment.depth,
    reader: { name: comment.readerName },
    html: comment.html,
    text: comment.text,
    createdAt: comment.createdAt.toISOString(),
    editedAt: comment.editedAt?.toISOString() ?? null,
    replyCount,
    ...(comment.featured && { featured: true }),
  };
}
