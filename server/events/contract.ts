import { z } from "zod";
import { Claim } from "../claims/contract.ts";
import { endpoint } from "../endpoint.ts";
import { Page, pageOf } from "../paging.ts";
import { Slug } from "../sites/contract.ts";

/** Everything that can happen to a comment. Webhooks may choose among these. */
export const COMMENT_EVENTS = [
  "comment.posted",
  "comment.edited",
  "comment.held",
  "comment.approved",
  "comment.rejected",
  "comment.withdrawn",
  "comment.featured",
  "comment.unfeatured",
] as const;

export const EVENT_TYPES = [
  ...COMMENT_EVENTS,
  "reader.warned",
  "reader.muted",
  "reader.suspended",
  "reader.banned",
  "reader.trusted",
  "sanction.lifted",
  "sanction.ended",
  "warning.acknowledged",
  "note.added",
  "note.edited",
  "note.deleted",
  "claim.made",
  "claim.released",
  "claim.expired",
  "batch.made",
  "batch.finished",
  "report.made",
  "report.closed",
  "appeal.made",
  "appeal.judged",
  "appeal.decided",
  "sample.chosen",
  "sample.judged",
  "escalation.made",
  "escalation.taken-back",
  "escalation.sent-back",
  "escalation.decided",
  "search.exported",
  "site.created",
  "site.updated",
  "article.updated",
  "article.assigned",
  "article.unassigned",
  "moderator.created",
  "moderator.invited",
  "moderator.joined",
  "moderator.updated",
  "moderator.deactivated",
  "moderator.reactivated",
  "invitation.revoked",
  "session.created",
  "session.refused",
  "session.ended",
  "session.revoked",
  "password.changed",
  "password-reset.created",
  "password.reset",
  "totp.enabled",
  "totp.disabled",
  "webhook.created",
  "webhook.updated",
  "webhook.deleted",
  "api-key.created",
  "api-key.revoked",
  "scorers.updated",
  "rule.created",
  "rule.updated",
  "rule.mode-set",
  "rule.breaker-tripped",
  "rule.undone",
  "rule.confirmation-asked",
  "rule.confirmed",
  "rule.example-added",
  "rule.example-removed",
  "rule.deleted",
  "word-list.created",
  "word-list.updated",
  "word-list.deleted",
  "backtest.started",
  "backtest.finished",
  "backtest.cancelled",
  "backtest.failed",
  "log.exported",
] as const;
export type EventType = (typeof EVENT_TYPES)[number];
export type CommentEventType = (typeof COMMENT_EVENTS)[number];

/**
 * What a live client is told: a hint with ids and the comment's version, never its text. The desk also hears who is on a comment; of what people make of
 * it, one `comment.decided`, so that nobody who has yet to judge it blind is told.
 * When a room is too busy for single hints, one `queue.changed` (desk) or `thread.changed` (readers) stands for many.
 */
export const LiveEvent = z.object({
  type: z.enum([
    ...EVENT_TYPES,
    "comment.decided",
    "batch.progressed",
    "presence.changed",
    "queue.changed",
    "thread.changed",
  ]),
  siteId: z.uuid().optional(),
  articleId: z.uuid().optional(),
  commentId: z.uuid().optional(),
  parentId: z.uuid().nullish(),
  readerId: z.uuid().optional(),
  moderatorId: z.uuid().optional(),
  version: z.number().int().optional(),
  status: z.string().optional(),
  statusBefore: z.string().optional(),
  actor: z.string().optional(),
  /** With claim.*: who is on the comment now; null: nobody. */
  claim: Claim.nullish(),
  /** With batch.*: which one; only its maker's desks hear of it. */
  batchId: z.uuid().optional(),
  at: z.string().optional(),
});
export type LiveEvent = z.infer<typeof LiveEvent>;

export const AuditEntry = z
  .object({
    id: z.string(),
    type: z.enum(EVENT_TYPES),
    articleId: z.uuid().nullable(),
    commentId: z.uuid().nullable(),
    actor: z.string().meta({ description: "`reader/<id>`, `moderator/<id>`, `rules` or `system`." }),
    data: z.record(z.string(), z.unknown()),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: "AuditEntry" });

export const listEvents = endpoint({
  id: "listEvents",
  method: "get",
  path: "/api/sites/:site/events",
  summary: "The site's audit log, newest first",
  description: "What was decided on a comment that you may yet judge blind is left out until that is done.",
  tag: "Audit",
  access: "owner",
  params: z.object({ site: Slug }),
  query: Page.extend({ comment: z.uuid().optional(), type: z.enum(EVENT_TYPES).optional() }),
  body: z.undefined(),
  status: 200,
  response: pageOf(AuditEntry),
  errors: ["not_found"],
});
