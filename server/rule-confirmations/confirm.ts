import { type Db, inTransaction, type Tx } from "../db/pool.ts";
import { AppError } from "../errors.ts";
import { appendEvents } from "../events/append.ts";
import { existing } from "../rules/existing.ts";
import { assertLatest } from "../rules/save.ts";
import { findRule, lockRule, type RuleRow } from "../rules/store.ts";
import { saveAsked, saveConfirmed } from "./store.ts";

interface Wish {
  siteId: string;
  id: string;
  version: number;
  moderatorId: string;
}

/** Asks the other owners to confirm a version. Throws AppError: not_found, conflict (there is a newer version). */
export const askForConfirmation = (db: Db, wish: Wish, now = new Date()): Promise<RuleRow> =>
  say(db, wish, "rule.confirmation-asked", now, (tx, { id: ruleId, version }) =>
    saveAsked(tx, { ruleId, version, moderatorId: wish.moderatorId, at: now }),
  );

/** Confirms a version, as another owner than the one who saved it. Throws AppError: not_found, conflict, unprocessable (it is one's own). */
export const confirmRule = (db: Db, wish: Wish, now = new Date()): Promise<RuleRow> =>
  say(db, wish, "rule.confirmed", now, (tx, { id: ruleId, version, changedById }) => {
    if (changedById === wish.moderatorId)
      throw new AppError(
        "unprocessable",
        "You saved this version yourself. It takes another owner to confirm it; ask one.",
      );
    return saveConfirmed(tx, { ruleId, version, moderatorId: wish.moderatorId, at: now });
  });

function say(
  db: Db,
  { siteId, id, version, moderatorId }: Wish,
  type: "rule.confirmation-asked" | "rule.confirmed",
  now: Date,
  save: (tx: Tx, rule: RuleRow) => Promise<void>,
): Promise<RuleRow> {
  return inTransaction(db, async (tx) => {
    const rule = existing(await lockRule(tx, siteId, id));
    assertLatest(rule, version);
    const { askedBy, confirmedBy } = rule.confirmation;
    if (type === "rule.confirmed" ? confirmedBy : askedBy) return rule;
    await save(tx, rule);
    const data = { ruleId: id, name: rule.definition.name, version };
    await appendEvents(tx, [{ type, siteId, actor: `moderator/${moderatorId}`, data }], now);
    return existing(await findRule(tx, siteId, id));
  });
}
