import { hash } from "node:crypto";
import type { Tx } from "../db/pool.ts";
import { appendEvents } from "../events/append.ts";
import { refreshQueues } from "../queues/refresh.ts";
import { type Approved, insertSamples } from "./store.ts";

/**
 * Whether this revision belongs to the share of what passes that moderators look at: by a hash of its id, so that it is the same whoever asks, how
 * often, and nobody can choose.
 */
export function isSampled({ commentId, revision }: Pick<Approved, "commentId" | "revision">, share: number) {
  return Number.parseInt(hash("sha256", `sample ${commentId} ${revision}`).slice(0, 8), 16) / 2 ** 32 < share;
}

/** Puts those that fall to the sample before a moderator, in the transaction that approved them. `shareOf`: 0 to 1, by site. */
export async function sampleApproved(
  tx: Tx,
  approved: Approved[],
  shareOf: (siteId: string) => number,
  now = new Date(),
): Promise<void> {
  const chosen = approved.filter((one) => isSampled(one, shareOf(one.siteId)));
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
