import type { Status } from "../comments/contract.ts";
import type { CommentEventType } from "../events/contract.ts";

/** An event with what it concerns, as read when it is sent. */
export interface Happening {
  eventId: string;
  type: CommentEventType;
  at: Date;
  actor: string;
  data: Record<string, unknown>;
  site: { id: string; slug: string };
  article: { id: string; key: string; url: string; title: string | null };
  comment: {
    id: string;
    parentId: string | null;
    status: Status;
    text: string;
    html: string;
    readerName: string;
    createdAt: Date;
  };
}

/** What is no longer featured may be public still or not. */
const STATUS_AFTER: Record<Exclude<CommentEventType, "comment.unfeatured">, Status> = {
  "comment.posted": "pending",
  "comment.edited": "pending",
  "comment.held": "held",
  "comment.approved": "approved",
  "comment.rejected": "rejected",
  "comment.withdrawn": "withdrawn",
  "comment.featured": "approved",
};

/**
 * The message a receiver gets. Status and version are those right after the event. What the reader wrote goes along with `comment.approved` and `comment.featured` only, as
 * it is when sent, and is null when the comment is no longer public then. Moderators stay unnamed.
 */
export function payloadOf(event: Happening): object {
  const { article, comment, data } = event;
  const told = event.type === "comment.approved" || event.type === "comment.featured";
  const isPublic = told && comment.status === "approved";
  return {
    type: event.type,
    timestamp: event.at.toISOString(),
    data: {
      eventId: event.eventId,
      site: event.site.slug,
      siteId: event.site.id,
      article: {
        id: article.id,
        ownId: article.key.startsWith("id:") ? article.key.slice(3) : null,
        url: article.url,
        title: article.title,
      },
      comment: {
        id: comment.id,
        parentId: comment.parentId,
        status: event.type === "comment.unfeatured" ? comment.status : STATUS_AFTER[event.type],
        version: typeof data.version === "number" ? data.version : 1,
        url: `${article.url.split("#")[0]}#comment-${comment.id}`,
        createdAt: comment.createdAt.toISOString(),
        ...(told && {
          author: isPublic ? comment.readerName : null,
          text: isPublic ? comment.text : null,
          html: isPublic ? comment.html : null,
        }),
      },
      actor: event.actor.split("/")[0],
      action: data.action ?? null,
      statusBefore: data.statusBefore ?? null,
      decisionId: data.decisionId ?? null,
      reason: data.reason ?? null,
    },
  };
}
