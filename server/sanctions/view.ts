import type { NewEvent } from "../events/append.ts";
import type { EventType } from "../events/contract.ts";
import type { Sanction, SanctionKind } from "./contract.ts";
import type { SanctionRow } from "./store.ts";

/** Neither lifted nor over; and with a warning, not yet read. */
export const isInForce = (row: SanctionRow, now: Date): boolean =>
  !row.liftedAt &&
  (row.endsAt === null || row.endsAt > now) &&
  (row.kind !== "warn" || row.acknowledgedAt === null);

export function sanctionView(row: SanctionRow, now: Date): Sanction {
  const { liftedAt, bannedTraces, bannedTracesEndAt } = row;
  return {
    id: row.id,
    readerId: row.readerId,
    kind: row.kind,
    words: row.words,
    reason: row.reason,
    moderator: { id: row.moderatorId, name: row.moderatorName },
    decisionId: row.decisionId,
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt?.toISOString() ?? null,
    active: isInForce(row, now),
    lifted: liftedAt && {
      at: liftedAt.toISOString(),
      moderator: { id: row.liftedById as string, name: row.liftedByName as string },
      reason: row.liftReason,
    },
    acknowledgedAt: row.acknowledgedAt?.toISOString() ?? null,
    newcomers:
      bannedTraces && bannedTracesEndAt
        ? { by: bannedTraces, endsAt: bannedTracesEndAt.toISOString() }
        : null,
  };
}

export const IMPOSED = {
  warn: "reader.warned",
  mute: "reader.muted",
  suspend: "reader.suspended",
  ban: "reader.banned",
  trust: "reader.trusted",
} as const satisfies Record<SanctionKind, EventType>;

/** What the log and the desks are told of a sanction: never the words. */
export function sanctionEvent(
  type: EventType,
  of: { id: string; siteId: string; readerId: string; kind: SanctionKind },
  actor: string,
  more: Record<string, unknown> = {},
): NewEvent {
  return {
    type,
    siteId: of.siteId,
    actor,
    data: { readerId: of.readerId, sanctionId: of.id, kind: of.kind, ...more },
    live: { readerId: of.readerId },
  };
}
