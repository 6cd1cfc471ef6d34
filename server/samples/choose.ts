import { hash } from "node:crypto";
import type { Tx } from "../db/pool.ts";
import { appendEvents } from "../events/append.ts";
import { refreshQueues } from "../queues/refresh.ts";
import type { SiteSettings } from "../sites/settings.ts";
import { type Approved, insertSamples } from "./store.ts";

/** A site's, each 0 to 1. */
export type Shares = Pick<SiteSettings, "auditShare" | "secondOpinionShare">;

/**
 * Whether this revision belongs to the share of what passes that moderators look at: by a hash of its id, so that it is the same whoever asks, how
 * often, and nobody can choose.
 */
export const isSampled = (one: Revision, share: number): boolean => lot("sample", one) < share;

/** Whether two moderators judge a sampled revision; by a lot of its own. */
export const needsSecondOpinion = (one: Revision, share: number): boolean => lot("second", one) < share;

type Revision = Pick<Approved, "commentId" | "revision">;

const lot = (what: string, { commentId, revision }: Revision): number =>
  Number.parseInt(hash("sha256", `${what} ${commentId} ${revision}`).slice(0, 8), 16) / 2 ** 32;

/** Puts those that fall to the sample before a moderator, or two, in the transaction that approved them. */
export async function sampleApproved(
  tx: Tx,
  approved: Approved[],
  sharesOf: (siteId: string) => Shares,
  now = new Date(),
): Promise<void> {
  const chosen = approved.flatMap((one) => {
    const { auditShare, secondOpinionShare } = sharesOf(one.siteId);
    if (!isSampled(one, auditShare)) return [];
    return [{ ...one, judges: needsSecondOpinion(one, secondOpinionShare) ? 2 : 1 }];
  });
  if (chosen.length === 0) return;
  await insertSamples(tx, chosen, now);
  await refreshQueues(
    tx,
    chosen.map((one) => one.commentId),
  );
  await appendEvents(
    tx,
    chosen.map(({ siteId, articleId, commentId, revision }) => ({
      type: "sample.chosen",
      siteId,
      articleId,
      commentId,
      actor: "rules",
      data: { revision },
      live: {},
    })),
    now,
  );
}
