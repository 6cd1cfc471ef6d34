import { reasonWords } from "../comments/views.ts";
import type { Tx } from "../db/pool.ts";
import type { NewDecision } from "../decisions/store.ts";
import type { SignedIn } from "../moderators/access.ts";
import { type ReaderRow, readerById } from "../readers/store.ts";
import { impose } from "../sanctions/impose.ts";
import { lift } from "../sanctions/lift.ts";
import { sanctionOfDecision } from "../sanctions/store.ts";
import { isInForce } from "../sanctions/view.ts";
import { type SiteRow, sitesByIds } from "../sites/store.ts";
import { sanctionedIn } from "./sanctions-store.ts";
import type { BatchRow } from "./store.ts";

type Maker = Pick<SignedIn, "id" | "role">;

/**
 * Sanctions those who wrote what has just been decided in a batch, each once in the whole batch, with the decision on one of their comments; its reason's
 * words are what they are told. What would have ended by now is not imposed any more.
 */
export async function sanctionReaders(
  tx: Tx,
  by: Maker,
  { id, reader: wish }: Pick<BatchRow, "id" | "reader">,
  decided: { decision: NewDecision; readerId: string }[],
  now: Date,
): Promise<void> {
  if (!wish || decided.length === 0 || (wish.until && Date.parse(wish.until) <= now.getTime())) return;
  const readerIds = [...new Set(decided.map(({ readerId }) => readerId))];
  const done = await sanctionedIn(tx, id, readerIds);
  const sites = await sitesByIds(tx, [...new Set(decided.map(({ decision }) => decision.siteId))]);
  for (const { decision, readerId } of decided) {
    if (done.has(readerId)) continue;
    done.add(readerId);
    const reader = (await readerById(tx, readerId)) as ReaderRow;
    const words = reasonWords(decision.reason, sites.get(decision.siteId) as SiteRow);
    const { action: kind, until } = wish;
    await impose(tx, by, { reader, wish: { kind, until, words }, decisionId: decision.id }, now);
  }
}

/** Lifts what was imposed with these decisions of a batch and is in force yet, also where the comment itself has been decided anew since. */
export async function liftSanctions(
  tx: Tx,
  by: Pick<SignedIn, "id">,
  decisionIds: string[],
  reason: string | null,
  now: Date,
): Promise<void> {
  for (const decisionId of decisionIds) {
    const sanction = await sanctionOfDecision(tx, decisionId);
    if (sanction && isInForce(sanction, now)) await lift(tx, by, sanction, reason, now, decisionId);
  }
}
