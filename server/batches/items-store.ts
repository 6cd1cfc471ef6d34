import type { Queryable } from "../db/pool.ts";
import { CAME } from "../selections/conditions.ts";
import type { Picked } from "../selections/contract.ts";
import { MOST_IN_A_BATCH } from "./contract.ts";

export async function addPicked(tx: Queryable, batchId: string, picked: Picked): Promise<void> {
  await tx.query(
    `insert into batch_items (batch_id, comment_id, version) select $1, id, version from json_to_recordset($2::json) as p(id uuid, version int)`,
    [batchId, JSON.stringify(picked)],
  );
}

/** Adds the comments that answer to `where`, as they are now, but none that came later than `until`; one more than a batch takes at most. */
export async function addChosen(
  tx: Queryable,
  batchId: string,
  { where, values, until: [came, id] }: { where: string; values: unknown[]; until: [string, string] },
): Promise<void> {
  const at = values.length;
  await tx.query(
    `insert into batch_items (batch_id, comment_id, version)
     select $${at + 1}, c.id, c.version from comments c where ${where} and (${CAME}, c.id) <= ($${at + 2}::timestamptz, $${at + 3}::uuid)
     limit ${MOST_IN_A_BATCH + 1}`,
    [...values, batchId, came, id],
  );
}

/** Adds what another batch decided, all of it or these comments, each with the decision to take back. */
export async function addUndone(
  tx: Queryable,
  batchId: string,
  decidedIn: string,
  { among }: { among?: string[] } = {},
): Promise<void> {
  await tx.query(
    `insert into batch_items (batch_id, comment_id, version, undone_id)
     select $1, i.comment_id, d.version, d.id from batch_items i join decisions d on d.id = i.decision_id
     where i.batch_id = $2 and i.outcome = 'decided' and ($3::uuid[] is null or i.comment_id = any($3))`,
    [batchId, decidedIn, among ?? null],
  );
}
