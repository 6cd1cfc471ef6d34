import { ENOUGH_SEEN } from "../backtests/contract.ts";
import { findProof } from "../backtests/store.ts";
import { type Db, inTransaction, type Tx } from "../db/pool.ts";
import { AppError } from "../errors.ts";
import { appendEvents } from "../events/append.ts";
import { assertExamplesHold } from "../rule-examples/check.ts";
import { forgetExamples } from "../rule-examples/store.ts";
import { sitesByIds } from "../sites/store.ts";
import type { RuleMode } from "./contract.ts";
import { rejects } from "./definition.ts";
import { existing } from "./existing.ts";
import { assertLatest } from "./save.ts";
import { findRule, lockRule, markDeleted, type RuleRow, saveMode } from "./store.ts";

export interface ModeChange {
  siteId: string;
  id: string;
  version: number;
  mode: RuleMode;
  canaryPercent: number;
  moderatorId: string;
  /** Also where it gets examples kept with it wrong. */
  evenSo: boolean;
}

/** Throws AppError: not_found, conflict (there is a newer version), unprocessable (it rejects, and nobody has seen what it would have done, or confirmed it where somebody has to; or it gets examples kept with it wrong). */
export function setRuleMode(db: Db, change: ModeChange): Promise<RuleRow> {
  const { siteId, id, mode, canaryPercent, moderatorId } = change;
  return inTransaction(db, async (tx) => {
    const before = existing(await lockRule(tx, siteId, id));
    assertLatest(before, change.version);
    const decides = mode === "canary" || mode === "live";
    if (decides) await assertTested(tx, before);
    if (decides) await assertConfirmed(tx, before);
    const failing = decides
      ? await assertExamplesHold(tx, {
          siteId,
          ruleId: id,
          definition: before.definition,
          evenSo: change.evenSo,
        })
      : 0;
    await saveMode(tx, { id, mode, canaryPercent: mode === "canary" ? canaryPercent : before.canaryPercent });
    await appendEvents(tx, [
      {
        type: "rule.mode-set",
        siteId,
        actor: `moderator/${moderatorId}`,
        data: {
          ruleId: id,
          name: before.definition.name,
          version: before.version,
          before: before.mode,
          after: mode,
          ...(mode === "canary" && { canaryPercent }),
          ...(failing > 0 && { failingExamples: failing }),
        },
      },
    ]);
    return existing(await findRule(tx, siteId, id));
  });
}

async function assertTested(tx: Tx, { id, version, definition }: RuleRow): Promise<void> {
  if (!rejects(definition)) return;
  const proof = await findProof(tx, { ruleId: id, version, least: ENOUGH_SEEN });
  if (proof?.enough) return;
  if (proof)
    throw new AppError(
      "unprocessable",
      `This rule rejects, and its back-test saw too few comments to tell what that means: ${proof.seen}. Back-test version ${version} over a longer time, so that it sees ${ENOUGH_SEEN}, or all there are; then switch it on.`,
    );
  throw new AppError(
    "unprocessable",
    `This rule rejects, so it goes live only once version ${version} has been back-tested. Run a back-test of it, read what it would have done, then switch it on.`,
  );
}

/** Where the site wants a second person, what rejects was seen by one. */
async function assertConfirmed(tx: Tx, rule: RuleRow): Promise<void> {
  const { siteId, version, changedBy, definition, confirmation } = rule;
  if (!rejects(definition) || confirmation.confirmedBy !== null) return;
  const site = (await sitesByIds(tx, [siteId])).get(siteId);
  if (!site?.settings.rulesNeedSecond) return;
  throw new AppError(
    "unprocessable",
    `This site wants a second person for rules that reject. Version ${version} was saved by ${changedBy}; ask another owner to confirm it, then switch it on.`,
  );
}

/** Throws AppError("not_found"). */
export function deleteRule(
  db: Db,
  { siteId, id, moderatorId }: { siteId: string; id: string; moderatorId: string },
): Promise<void> {
  return inTransaction(db, async (tx) => {
    const rule = existing(await lockRule(tx, siteId, id));
    await markDeleted(tx, id);
    await forgetExamples(tx, id);
    await appendEvents(tx, [
      {
        type: "rule.deleted",
        siteId,
        actor: `moderator/${moderatorId}`,
        data: { ruleId: id, name: rule.definition.name, version: rule.version },
      },
    ]);
  });
}
