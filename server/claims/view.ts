import type { NewEvent } from "../events/append.ts";
import type { Claim } from "./contract.ts";
import type { ClaimRow } from "./store.ts";

export function claimView(row: ClaimRow): Claim {
  return {
    commentId: row.commentId,
    moderator: { id: row.moderatorId, name: row.moderatorName },
    claimedAt: row.claimedAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
  };
}

/** What the log and the other desks are told of a claim; the hint says who is on the comment now, null for nobody. */
export function claimEvent(
  type: "claim.made" | "claim.released" | "claim.expired",
  row: ClaimRow,
  takenFrom?: ClaimRow,
): NewEvent {
  return {
    type,
    siteId: row.siteId,
    commentId: row.commentId,
    actor: type === "claim.expired" ? "system" : `moderator/${row.moderatorId}`,
    data: {
      moderatorId: row.moderatorId,
      ...(takenFrom && { takenFrom: takenFrom.moderatorId }),
    },
    live: { claim: type === "claim.made" ? claimView(row) : null },
  };
}
