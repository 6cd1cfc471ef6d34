import { isDeepStrictEqual } from "node:util";
import { type Db, inTransaction, type Tx } from "../db/pool.ts";
import { AppError } from "../errors.ts";
import { appendEvents } from "../events/append.ts";
import { newId } from "../ids.ts";
import { assertExamplesHold } from "../rule-examples/check.ts";
import { checkLists } from "../word-lists/check.ts";
import { checkRule } from "./check-rule.ts";
import { MAX_RULES, RuleDefinition, rejects } from "./definition.ts";
import { existing } from "./existing.ts";
import { definitionsOf } from "./known-versions.ts";
import { addVersion, countRules, findRule, findRules, insertRule, lockRule, type RuleRow } from "./store.ts";

export interface NewRule {
  siteId: string;
  definition: RuleDefinition;
  note: string;
  moderatorId: string;
}

/** Makes a rule, off at first. Throws AppError: unprocessable (what is wrong with it), conflict (too many). */
export function createRule(db: Db, { siteId, definition, note, moderatorId }: NewRule): Promise<RuleRow> {
  return inTransaction(db, async (tx) => {
    if ((await countRules(tx, siteId)) >= MAX_RULES)
      throw new AppError("conflict", `A site has at most ${MAX_RULES} rules. Delete one that is off first.`);
    await assertSound(tx, siteId, definition);
    const id = newId();
    await insertRule(tx, { id, siteId });
    await addVersion(
      tx,
      { ruleId: id, version: 1, definition, note, restoredFrom: null, moderatorId },
      "off",
    );
    await appendEvents(tx, [
      {
        type: "rule.created",
        siteId,
        actor: `moderator/${moderatorId}`,
        data: { ruleId: id, name: definition.name, version: 1 },
      },
    ]);
    return existing(await findRule(tx, siteId, id));
  });
}

export interface RuleChange extends NewRule {
  id: string;
  /** The version it was made from. */
  version: number;
  restoredFrom: number | null;
  /** Also where it gets examples kept with the rule wrong. */
  evenSo: boolean;
}

/**
 * Saves a new version. What has a say keeps it, but a version that rejects starts again as a shadow: nobody has tried it yet.
 * Throws AppError: not_found, conflict (there is a newer version), unprocessable (what is wrong with it, or examples that it gets wrong).
 */
export function updateRule(db: Db, change: RuleChange): Promise<RuleRow> {
  const { siteId, id, definition, note, restoredFrom, moderatorId } = change;
  return inTransaction(db, async (tx) => {
    const before = existing(await lockRule(tx, siteId, id));
    assertLatest(before, change.version);
    await assertRestored(tx, change);
    await assertSound(tx, siteId, definition, id);
    const failing = await assertExamplesHold(tx, {
      siteId,
      ruleId: id,
      definition,
      evenSo: change.evenSo,
    });
    const version = before.version + 1;
    const hasASay = before.mode === "canary" || before.mode === "live";
    const mode = hasASay && rejects(definition) ? "shadow" : before.mode;
    await addVersion(tx, { ruleId: id, version, definition, note, restoredFrom, moderatorId }, mode);
    await appendEvents(tx, [
      {
        type: "rule.updated",
        siteId,
        actor: `moderator/${moderatorId}`,
        data: {
          ruleId: id,
          name: definition.name,
          version,
          restoredFrom,
          mode,
          ...(failing > 0 && { failingExamples: failing }),
        },
      },
    ]);
    return existing(await findRule(tx, siteId, id));
  });
}

/** Throws AppError("conflict") where a colleague saved another version since. */
export function assertLatest(rule: RuleRow, version: number): void {
  if (rule.version !== version)
    throw new AppError(
      "conflict",
      `${rule.changedBy} saved version ${rule.version} meanwhile. Read it first, then save yours again.`,
    );
}

/** What is called a version restored says what that one said. */
async function assertRestored(tx: Tx, { id, restoredFrom, definition }: RuleChange): Promise<void> {
  if (restoredFrom === null) return;
  const version = { id, version: restoredFrom };
  const restored = RuleDefinition.safeParse((await definitionsOf(tx, [version])).get(id));
  if (restored.success && isDeepStrictEqual(restored.data, definition)) return;
  throw new AppError(
    "unprocessable",
    `This is not what version ${restoredFrom} says. Restore it as it was, or save yours as a change of your own.`,
  );
}

async function assertSound(tx: Tx, siteId: string, definition: RuleDefinition, id?: string): Promise<void> {
  const others = (await findRules(tx, siteId)).filter((rule) => rule.id !== id);
  const problems = [...checkRule(definition, others), ...(await checkLists(tx, siteId, definition))];
  const errors = problems.filter(({ level }) => level === "error");
  const first = errors[0];
  if (first) throw new AppError("unprocessable", first.message, { problems: errors });
}
