import type { Queryable } from "../server/db/pool.ts";
import { findDueDeliveries, giveUpOld } from "../server/webhooks/claim-store.ts";
import { crowdedWebhooks } from "../server/webhooks/turns.ts";
import type { NewJob } from "./jobs.ts";

const BATCH = 200;

/**
 * Hands over the deliveries that are due: retries, those whose worker died, and those whose job was lost. Answers how many. Within a minute the same
 * attempt gets the same job id, so a slow queue does not fill with repeats; after that a job that the queue keeps as failed no longer stands in the way.
 */
export async function sweepDeliveries(
  db: Queryable,
  add: (jobs: NewJob[]) => Promise<void>,
  now = Date.now(),
): Promise<number> {
  await giveUpOld(db);
  const due = await findDueDeliveries(db, crowdedWebhooks(), BATCH);
  const minute = Math.floor(now / 60_000);
  if (due.length > 0) {
    await add(
      due.map(({ id, attempts }) => ({
        name: "deliver-webhook",
        payload: { deliveryId: id },
        id: `deliver-${id}-${attempts}-${minute}`,
      })),
    );
  }
  return due.length;
}
