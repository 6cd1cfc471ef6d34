import { reasonWords } from "../comments/views.ts";
import type { Tx } from "../db/pool.ts";
import type { NewDecision } from "../decisions/store.ts";
import type { SignedIn } from "../moderators/access.ts";
import { imposeAll } from "../sanctions/impose-all.ts";
import { type SiteRow, sitesByIds } from "../sites/store.ts";
import { sanctionedIn } from "./sanctions-store.ts";
import type { BatchRow } from "./store.ts";

/**
 * Sanctions those who wrote what has just been decided in a batch, each once in the whole batch, with the decision on one of their comments; its reason's
 * words are what they are told. What would have ended by now is not imposed any more.
 */
export async function sanctionReaders(
  tx: Tx,
  by: Pick<SignedIn, "id">,
  { id, reader: wish }: Pick<BatchRow, "id" | "reader">,
  decided: { decision: NewDecision; readerId: string }[],
  now: Date,
): Promise<void> {
  if (!wish || decided.length === 0 || (wish.until && Date.parse(wish.until) <= now.getTime())) return;
  const readerIds = [...new Set(decided.map(({ readerId }) => readerId))];
  const done = await sanctionedIn(tx, id, readerIds);
  const sites = await sitesByIds(tx, [...new Set(decided.map(({ decision }) => decision.siteId))]);
  const sanctions = decided.flatMap(({ decision, readerId }) => {
    if (done.has(readerId)) return [];
    done.add(readerId);
    const { id: decisionId, siteId, reason } = decision;
    return [{ readerId, siteId, decisionId, words: reasonWords(reason, sites.get(siteId) as SiteRow) }];
  });
  await imposeAll(tx, by, { kind: wish.action, until: wish.until }, sanctions, now);
}
