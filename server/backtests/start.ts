import { type Db, inTransaction, type Tx } from "../db/pool.ts";
import { AppError } from "../errors.ts";
import { appendEvents } from "../events/append.ts";
import { newId } from "../ids.ts";
import { checkRule } from "../rules/check-rule.ts";
import type { RuleDefinition } from "../rules/definition.ts";
import { existing } from "../rules/existing.ts";
import { findRule } from "../rules/store.ts";
import { checkLists } from "../word-lists/check.ts";
import { MOST_UNFINISHED } from "./contract.ts";
import { countUnfinished, findDefinition, forgetDrafts, insertBacktest } from "./store.ts";

export interface Wanted {
  siteId: string;
  moderatorId: string;
  ruleId?: string;
  version?: number;
  definition?: RuleDefinition;
  /** Null: all comments. */
  days: number | null;
  seed: number;
}

const DAY = 86_400_000;
/** Back-tests of drafts that a site keeps; those of saved versions are all kept. */
const DRAFTS = 100;

/**
 * Asks for a back-test; the workers run it. Answers its id. Throws AppError: not_found (no such rule or version), unprocessable (what is wrong with the draft, or
 * with what is asked), conflict (enough of them are under way).
 */
export function startBacktest(db: Db, wanted: Wanted, now = new Date()): Promise<string> {
  const { siteId, moderatorId, days, seed } = wanted;
  return inTransaction(db, async (tx) => {
    const definition = await definitionOf(tx, wanted);
    if ((await countUnfinished(tx, siteId)) >= MOST_UNFINISHED)
      throw new AppError(
        "conflict",
        `${MOST_UNFINISHED} back-tests of this site are under way. Wait until one is finished, or stop one.`,
      );
    await forgetDrafts(tx, siteId, DRAFTS - 1);
    const [id, ruleId, version] = [newId(), wanted.ruleId ?? null, wanted.version ?? null];
    await insertBacktest(tx, {
      id,
      siteId,
      ruleId,
      version,
      definition,
      postedFrom: days === null ? null : new Date(now.getTime() - days * DAY),
      postedTo: now,
      seed,
      moderatorId,
      createdAt: now,
    });
    const data = { backtestId: id, name: definition.name, ruleId, version, days };
    await appendEvents(
      tx,
      [{ type: "backtest.started", siteId, actor: `moderator/${moderatorId}`, data, live: null }],
      now,
    );
    return id;
  });
}

async function definitionOf(
  tx: Tx,
  { siteId, ruleId, version, definition }: Wanted,
): Promise<RuleDefinition> {
  if ((definition === undefined) === (version === undefined))
    throw new AppError("unprocessable", "Give a draft, or a rule and its version, and not both.");
  if (ruleId) existing(await findRule(tx, siteId, ruleId));
  if (definition) {
    const problems = [...checkRule(definition, []), ...(await checkLists(tx, siteId, definition))];
    const wrong = problems.find(({ level }) => level === "error");
    if (wrong) throw new AppError("unprocessable", wrong.message, { problems });
    return definition;
  }
  if (!ruleId || !version) throw new AppError("unprocessable", "Say whose version it is.");
  const saved = await findDefinition(tx, { siteId, ruleId, version });
  if (!saved)
    throw new AppError("not_found", `This rule has no version ${version}. Read it to see which it has.`);
  return saved;
}
