import { expireClaims } from "../server/claims/release.ts";
import { type Db, inTransaction } from "../server/db/pool.ts";
import { UNSCORED_RULE } from "../server/decisions/contract.ts";
import { decide } from "../server/decisions/decide.ts";
import { lockComments } from "../server/decisions/store.ts";
import { log } from "../server/log.ts";
import { expirePresence } from "../server/presence/attend.ts";
import { recount, sumChanges } from "../server/queues/changes.ts";
import { findAstray, refreshQueues } from "../server/queues/refresh.ts";
import { recountReaders, sumReaderChanges } from "../server/readers/changes.ts";
import { forgetSignatures } from "../server/repeats/store.ts";
import { endSanctions } from "../server/sanctions/end.ts";
import { markUnscored } from "../server/scoring/unscored-store.ts";
import type { NewJob } from "./jobs.ts";
import { findForgotten } from "./pending-store.ts";

/** Pending for this long, in s: the job was lost with the queue's memory, so hand it over again. */
const LOST = 20;
/** Pending for this long, in s: nothing here can judge it, so a person must. */
const STUCK = 600;
const BATCH = 200;
const A_JOB = 50;

/** Sweeps until the queues are compared with the comments once, and how many are mended then: some minutes, and a second's work. */
const ROUNDS_A_REPAIR = 60;
/** Sweeps until readers' comments are counted again, all of them: an hour. */
const ROUNDS_A_RECOUNT = 720;
/** Sweeps until what comments were compared with is forgotten: an hour. */
const ROUNDS_A_FORGETTING = 720;
/** Sweeps until changes of the queues, and of readers, are put together: in a minute a busy site makes some thousand. */
const ROUNDS_A_SUM = 12;
const REPAIR = 1_000;

/** Keys older than this are free again. */
const KEY_LIFE = "1 day";

/**
 * Finds what fell through: comments that no job has judged, whatever the queue forgot; ends claims, presence, sanctions, keys, sessions and counts of wrong tries past their time. `round` makes job ids of one sweep
 * differ from the last one's. Runs every few seconds in every worker process; doing it twice is harmless.
 */
export async function sweep(db: Db, add: (jobs: NewJob[]) => Promise<void>, round: number): Promise<number> {
  const stuck = await findForgotten(db, STUCK, BATCH);
  if (stuck.length > 0) {
    log.error(
      { comments: stuck.length },
      "Comments could not be judged for ten minutes; they are held for a moderator",
    );
    await inTransaction(db, (tx) => holdUnjudged(tx, stuck));
  }
  const lost = (await findForgotten(db, LOST, BATCH)).filter((id) => !stuck.includes(id));
  const jobs: NewJob[] = [];
  for (let i = 0; i < lost.length; i += A_JOB) {
    const some = lost.slice(i, i + A_JOB);
    jobs.push({ name: "moderate-comments", payload: { commentIds: some }, id: `again-${round}-${some[0]}` });
  }
  if (jobs.length > 0) {
    log.warn({ comments: lost.length }, "Comments had no job any more; handed over again");
    await add(jobs);
  }
  if (round % ROUNDS_A_REPAIR === 0) await repairQueues(db);
  if (round % ROUNDS_A_RECOUNT === 0 && (await recountReaders(db)) > 0)
    log.warn({}, "Readers' comments were not counted as they are; mended");
  if (round % ROUNDS_A_FORGETTING === 0) await forgetSignatures(db, new Date());
  if (round % ROUNDS_A_SUM === 0) {
    await sumChanges(db);
    await sumReaderChanges(db);
  }
  await expireClaims(db);
  await expirePresence(db);
  await endSanctions(db);
  await db.query(`delete from idempotency_keys where created_at < now() - interval '${KEY_LIFE}'`);
  await db.query(`delete from sessions where expires_at < now()`);
  await db.query(`delete from attempts where until < now()`);
  return lost.length + stuck.length;
}

/** Brings the queues in line with the comments, and their counts with the queues; there is nothing to do unless somebody changed those past this application. */
export async function repairQueues(db: Db): Promise<number> {
  if ((await recount(db)) > 0) log.warn({}, "Queues were not counted as they are; mended");
  const astray = await findAstray(db, REPAIR);
  if (astray.length === 0) return 0;
  log.warn({ comments: astray.length }, "Comments were not in the queue where they belong; mended");
  await inTransaction(db, async (tx) => {
    await lockComments(tx, astray);
    await refreshQueues(tx, astray);
  });
  return astray.length;
}

/** Held as unscored, so that the rules look again should it become possible. */
async function holdUnjudged(tx: Parameters<typeof decide>[0], ids: string[]): Promise<void> {
  const { rows } = await tx.query<{ id: string; revision: number }>(
    `select id, revision from comments where id = any($1)`,
    [ids],
  );
  const reason = "It could not be judged automatically.";
  await decide(
    tx,
    rows.map(({ id, revision }) => ({
      commentId: id,
      actor: { kind: "rules" },
      action: "hold",
      seen: { revision },
      reason,
      matches: [
        {
          rule: UNSCORED_RULE,
          name: "Hold what could not be judged",
          version: 1,
          action: "hold",
          reason,
          conditions: [],
        },
      ],
    })),
  );
  await markUnscored(
    tx,
    rows.map(({ id, revision }) => ({ commentId: id, revision, scorings: [] })),
  );
}
