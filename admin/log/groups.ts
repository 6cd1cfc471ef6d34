import { COMMENT_EVENTS, type EventType } from "../../server/events/contract.ts";

/** What the log can be narrowed to, by name. */
export const GROUPS = {
  comments: [...COMMENT_EVENTS, "claim.made", "claim.released", "claim.expired"],
  queues: [
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
  ],
  decisions: ["comment.held", "comment.approved", "comment.rejected", "batch.made", "batch.finished"],
  claims: ["claim.made", "claim.released", "claim.expired"],
  readers: [
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
  ],
  settings: [
    "site.created",
    "site.updated",
    "article.updated",
    "article.assigned",
    "article.unassigned",
    "scorers.updated",
  ],
  rules: [
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
  ],
  people: [
    "moderator.created",
    "moderator.invited",
    "moderator.joined",
    "moderator.updated",
    "moderator.deactivated",
    "moderator.reactivated",
    "invitation.revoked",
    "password-reset.created",
  ],
  signIns: [
    "session.created",
    "session.refused",
    "session.ended",
    "session.revoked",
    "password.changed",
    "password.reset",
    "totp.enabled",
    "totp.disabled",
  ],
  keys: ["api-key.created", "api-key.revoked", "webhook.created", "webhook.updated", "webhook.deleted"],
  exports: ["log.exported", "search.exported"],
} as const satisfies Record<string, readonly EventType[]>;

export type Group = keyof typeof GROUPS;

export const isGroup = (name: string | null): name is Group => name !== null && Object.hasOwn(GROUPS, name);

/** What a moderator may see of them. */
export const FOR_MODERATORS: readonly Group[] = ["comments", "decisions", "queues", "claims", "readers"];
