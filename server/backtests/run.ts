import { setImmediate } from "node:timers/promises";
import { type Db, inTransaction } from "../db/pool.ts";
import { appendEvents } from "../events/append.ts";
import { log } from "../log.ts";
import { comparisons } from "../rules/evaluate.ts";
import { WORDS } from "../rules/fact-registry.ts";
import type { Rule } from "../rules/rule.ts";
import { rulesBesides } from "../rules/site-rules.ts";
import { findRulesInForce } from "../rules/store.ts";
import { sitesByIds } from "../sites/store.ts";
import { listsInForce } from "../word-lists/in-force.ts";
import { wordsIn } from "../word-lists/look.ts";
import { MOST_SEEN } from "./contract.ts";
import { type PastComment, readPast } from "./past.ts";
import { paceOf } from "./past-store.ts";
import { countPeriod, finish, letGo, MOST_TRIES, type Running, saveProgress, takeNext } from "./run-store.ts";
import { type Pace, tallyOf } from "./tally.ts";

/** Decisions from which a pace is measured, over so many days; below, what a short comment takes to read and decide, in s. */
const ENOUGH = 30;
const PACE_DAYS = 90;
const ASSUMED = 20;
const DAY = 86_400_000;
/** Between two words on how far it has come, in ms. */
const TELL = 250;

/** Runs the next back-test to its end, if one waits; answers whether one did. When `ending` is aborted it is left for another process. */
export async function runNext(db: Db, ending: AbortSignal): Promise<boolean> {
  const backtest = await takeNext(db);
  if (!backtest) return false;
  try {
    if (backtest.tries > MOST_TRIES) throw new Error("It never came to its end.");
    await run(db, backtest, ending);
  } catch (error) {
    log.error({ backtest: backtest.id, reason: (error as Error).message }, "A back-test failed");
    await giveUp(db, backtest);
  }
  return true;
}

async function run(db: Db, backtest: Running, ending: AbortSignal): Promise<void> {
  const { siteId, postedFrom: from, postedTo: to } = backtest;
  const [sites, own, total] = await Promise.all([
    sitesByIds(db, [siteId]),
    findRulesInForce(db, [siteId]),
    countPeriod(db, backtest, MOST_SEEN),
  ]);
  const { settings } = sites.get(siteId) as NonNullable<ReturnType<typeof sites.get>>;
  const tally = tallyOf({ ...backtest, settings, own, from, to });
  let told = 0;
  const rules = [backtest.definition, ...own.map(({ definition }) => definition), ...rulesBesides(settings)];
  const naming = [backtest, ...own].map(({ definition }) => ({ siteId, definition }));
  const lists = (await listsInForce(db, naming)).get(siteId);
  const withWords = (comment: PastComment): PastComment =>
    lists ? { ...comment, facts: { ...comment.facts, [WORDS]: wordsIn(comment.facts, lists) } } : comment;
  for await (const page of readPast(db, { siteId, from, to }, factsOfRules(rules))) {
    for (const comment of page) tally.look(withWords(comment));
    if (ending.aborted) {
      await letGo(db, backtest, "waiting", new Date());
      return;
    }
    if (Date.now() - told < TELL) {
      await setImmediate();
      continue;
    }
    told = Date.now();
    const seen = tally.seen();
    if (!(await saveProgress(db, backtest, { seen, total: Math.max(seen, total) }))) return;
  }
  const result = tally.result(await pace(db, siteId, to));
  await inTransaction(db, async (tx) => {
    const now = new Date();
    if (!(await finish(tx, backtest, result, now))) return;
    await tell(tx, "backtest.finished", backtest, { seen: result.seen, hits: result.hits }, now);
  });
}

/** What these rules ask about, and what their scopes do. */
function factsOfRules(rules: readonly Pick<Rule, "when" | "unless">[]): Set<string> {
  const asked = rules.flatMap(({ when, unless }) => [
    ...comparisons(when),
    ...(unless ? comparisons(unless) : []),
  ]);
  return new Set(["article.section", "language", ...asked.map(({ fact }) => fact)]);
}

async function pace(db: Db, siteId: string, to: Date): Promise<Pace> {
  const { seconds, of } = await paceOf(db, siteId, new Date(to.getTime() - PACE_DAYS * DAY));
  return seconds === null || of < ENOUGH
    ? { seconds: ASSUMED, measured: false }
    : { seconds, measured: true };
}

/** Another time, or for good after some. */
function giveUp(db: Db, backtest: Running): Promise<void> {
  return inTransaction(db, async (tx) => {
    const now = new Date();
    const to = backtest.tries < MOST_TRIES ? "waiting" : "failed";
    if ((await letGo(tx, backtest, to, now)) && to === "failed")
      await tell(tx, "backtest.failed", backtest, {}, now);
  });
}

function tell(
  tx: Parameters<typeof appendEvents>[0],
  type: "backtest.finished" | "backtest.failed",
  { id, siteId, ruleId, version, definition, moderatorId }: Running,
  more: object,
  now: Date,
): Promise<void> {
  const data = { backtestId: id, name: definition.name, ruleId, version, ...more };
  return appendEvents(tx, [{ type, siteId, actor: `moderator/${moderatorId}`, data, live: null }], now);
}
