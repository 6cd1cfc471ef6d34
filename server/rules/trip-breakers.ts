import { type Db, inTransaction } from "../db/pool.ts";
import { appendEvents } from "../events/append.ts";
import { log } from "../log.ts";
import { isFarOver } from "./breaker.ts";
import { findWatched, saveTripped, type Watched } from "./breaker-store.ts";
import { lockRule } from "./store.ts";

/** Turns what rejects far over its back-tested share into what holds, and says so in the log. Answers how many. */
export async function tripBreakers(db: Db, now = new Date()): Promise<number> {
  const over = (await findWatched(db, now)).filter(isFarOver);
  const done = await Promise.all(over.map((rule) => trip(db, rule, now)));
  return done.filter(Boolean).length;
}

function trip(db: Db, { id, siteId, version, ...rates }: Watched, now: Date): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    const rule = await lockRule(tx, siteId, id);
    // Another process was faster, or its owner has changed it.
    if (!rule || rule.tripped || rule.version !== version || !["live", "canary"].includes(rule.mode))
      return false;
    await saveTripped(tx, id, { at: now.toISOString(), ...rates });
    const data = { ruleId: id, name: rule.definition.name, version, ...rates };
    await appendEvents(tx, [{ type: "rule.breaker-tripped", siteId, actor: "system", data }], now);
    log.warn(
      { ruleId: id, version, ...rates },
      "A rule rejects far more than its back-test said; it holds instead",
    );
    return true;
  });
}
