import { type Db, inTransaction, type Tx } from "../db/pool.ts";
import { type Locked, lockComments } from "../decisions/store.ts";
import { AppError } from "../errors.ts";
import { appendEvents } from "../events/append.ts";
import { assertMaySee, type SignedIn } from "../moderators/access.ts";
import { type Claim, LEASE_SECONDS } from "./contract.ts";
import { type ClaimRow, countClaims, lockClaim, saveClaim } from "./store.ts";
import { claimEvent, claimView } from "./view.ts";

/** A person reads one comment and has the next at hand; more than this at once is a program gone astray. */
const AT_MOST = 20;

/**
 * A moderator claims a comment, or renews the claim they have. Throws AppError: not_found; claimed with `claim` while another is on it,
 * unless `takeOver`; conflict when its author has withdrawn it, or when they are on too many.
 */
export function claimComment(
  db: Db,
  by: SignedIn,
  input: { commentId: string; takeOver?: boolean },
  now = new Date(),
): Promise<Claim> {
  return inTransaction(db, async (tx) => {
    const comment = (await lockComments(tx, [input.commentId])).get(input.commentId);
    if (!comment) throw new AppError("not_found", "There is no such comment.");
    assertMaySee(by, comment, "There is no such comment.");
    if (comment.status === "withdrawn")
      throw new AppError("conflict", "Its author has withdrawn this comment.");
    const taken = await takeClaim(tx, by, comment, now, input.takeOver);
    if ("heldBy" in taken) throw someoneElse(taken.heldBy);
    return claimView(taken.claim);
  });
}

/** Claims a comment whose row this transaction has locked; `heldBy`: another is on it. Throws AppError("conflict") at the limit. */
export async function takeClaim(
  tx: Tx,
  by: SignedIn,
  comment: Pick<Locked, "id" | "siteId">,
  now: Date,
  takeOver = false,
): Promise<{ claim: ClaimRow } | { heldBy: ClaimRow }> {
  const before = await lockClaim(tx, comment.id);
  const active = before !== null && before.expiresAt > now ? before : null;
  if (active && active.moderatorId !== by.id && !takeOver) return { heldBy: active };
  const own = active?.moderatorId === by.id ? active : null;
  const claim: ClaimRow = {
    commentId: comment.id,
    siteId: comment.siteId,
    moderatorId: by.id,
    moderatorName: by.name,
    claimedAt: own?.claimedAt ?? now,
    expiresAt: new Date(now.getTime() + LEASE_SECONDS * 1_000),
  };
  if (!own && (await countClaims(tx, by.id, now)) >= AT_MOST)
    throw new AppError(
      "conflict",
      `You are on ${AT_MOST} comments already. Decide one of them or let go of it first.`,
    );
  await saveClaim(tx, claim);
  if (!own)
    await appendEvents(
      tx,
      [
        ...(before && !active ? [claimEvent("claim.expired", before)] : []),
        claimEvent("claim.made", claim, active ?? undefined),
      ],
      now,
    );
  return { claim };
}

/** The refusal of what another is on. */
export function someoneElse(claim: ClaimRow): AppError {
  return new AppError(
    "claimed",
    `${claim.moderatorName} is on this comment. Leave it to them, or take it over.`,
    { claim: claimView(claim) },
  );
}
