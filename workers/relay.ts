import { listen } from "../server/db/listen.ts";
import { type Db, inTransaction } from "../server/db/pool.ts";
import { log } from "../server/log.ts";
import { jobsFor, type Pending } from "./follow-ups.ts";
import type { NewJob } from "./jobs.ts";

const BATCH = 500;
/** A missed wake-up costs at most this long, in ms. */
const POLL = 1_000;
/** After a failure (Redis gone): wait this long, then twice that, up to the last. */
const RETRY = [50, 100, 250, 500, 1_000];

type Add = (jobs: NewJob[]) => Promise<void>;

/**
 * Moves one batch from the outbox to the queue and answers how many events it moved. The rows go with the transaction, so a crash before
 * its end leaves them for the next relay; jobs handed over twice are harmless, because handlers look at the present state.
 * Several relays share the outbox: each takes rows that no other holds.
 */
export async function relayBatch(db: Db, add: Add): Promise<number> {
  const { taken, deliveries } = await inTransaction(db, async (tx) => {
    const { rows } = await tx.query<{ events: Pending[]; deliveries: string[] }>({
      name: "relay-batch",
      text: `with taken as (
          select event_id from outbox order by event_id limit $1 for update skip locked
        ), gone as (
          delete from outbox o using taken t where o.event_id = t.event_id returning o.event_id
        ), moved as (
          select e.id, e.type, e.comment_id, e.site_id from gone join events e on e.id = gone.event_id order by e.id
        ), new_deliveries as (
          insert into deliveries (id, webhook_id, event_id, comment_id)
          select gen_random_uuid(), w.id, m.id, m.comment_id
          from moved m join webhooks w on w.site_id = m.site_id and w.enabled and w.deleted_at is null and m.type = any(w.events)
          on conflict do nothing returning id
        )
        select
          (select coalesce(json_agg(json_build_object('eventId', id::text, 'type', type, 'commentId', comment_id) order by id), '[]') from moved) as events,
          (select coalesce(json_agg(id), '[]') from new_deliveries) as deliveries`,
      values: [BATCH],
    });
    const moved = rows[0] as { events: Pending[]; deliveries: string[] };
    const jobs = jobsFor(moved.events);
    if (jobs.length > 0) await add(jobs);
    return { taken: moved.events.length, deliveries: moved.deliveries };
  });
  // A delivery's row must be there before its job. If this is lost, the sweep finds the row.
  if (deliveries.length > 0) {
    await add(
      deliveries.map((id) => ({
        name: "deliver-webhook",
        payload: { deliveryId: id },
        id: `deliver-${id}-0`,
      })),
    );
  }
  return taken;
}

export interface Relay {
  /** When it last came round, in ms since 1970: whether work found, nothing, or a failure. */
  lastRound(): number;
  stop(): Promise<void>;
}

/** Relays until stopped: woken by each commit that left something, and once a second in case a wake-up was missed. */
export async function startRelay(db: Db, url: string, add: Add): Promise<Relay> {
  let stopped = false;
  let woken = false;
  /** After a failure: every new comment would be one more try that fails. */
  let resting = false;
  let lastRound = Date.now();
  let wake: () => void = () => {};
  const rouse = (): void => {
    woken = true;
    if (!resting) wake();
  };
  const listener = await listen(url, "outbox", rouse, rouse);

  async function sleep(ms: number): Promise<void> {
    if (woken || stopped) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  async function run(): Promise<void> {
    let failures = 0;
    while (!stopped) {
      woken = false;
      lastRound = Date.now();
      try {
        const moved = await relayBatch(db, add);
        if (failures > 0) log.info("The relay works again");
        failures = 0;
        if (moved === 0) await sleep(POLL);
      } catch (error) {
        if (failures === 0)
          log.warn(
            { reason: (error as Error).message },
            "The relay cannot hand over work; it waits in the outbox",
          );
        const pause = RETRY[Math.min(failures, RETRY.length - 1)] as number;
        failures += 1;
        woken = false;
        resting = true;
        await sleep(pause);
        resting = false;
      }
    }
  }
  const done = run();
  return {
    lastRound: () => lastRound,
    async stop() {
      stopped = true;
      wake();
      await listener.stop();
      await done;
    },
  };
}
