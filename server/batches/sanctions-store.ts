import type { Queryable } from "../db/pool.ts";

/** Those of these readers who have been sanctioned in this batch. */
export async function sanctionedIn(
  db: Queryable,
  batchId: string,
  readerIds: string[],
): Promise<Set<string>> {
  const { rows } = await db.query<{ id: string }>({
    name: "sanctioned-in-batch",
    text: `select distinct s.reader_id as id from sanctions s join decisions d on d.id = s.decision_id
      join batch_items i on i.batch_id = $1 and i.comment_id = d.comment_id and i.decision_id = d.id
      where s.reader_id = any($2)`,
    values: [batchId, readerIds],
  });
  return new Set(rows.map(({ id }) => id));
}

/** How many readers were sanctioned in a batch. */
export async function countSanctioned(db: Queryable, batchId: string): Promise<number> {
  const { rows } = await db.query<{ n: number }>(
    `select count(*)::int as n from batch_items i join sanctions s on s.decision_id = i.decision_id
     where i.batch_id = $1 and i.outcome = 'decided'`,
    [batchId],
  );
  return rows[0]?.n ?? 0;
}
