import type { Queryable } from "../db/pool.ts";

interface Said {
  ruleId: string;
  version: number;
  moderatorId: string;
  at: Date;
}

/** Whoever asked first is kept. */
export async function saveAsked(tx: Queryable, { ruleId, version, moderatorId, at }: Said): Promise<void> {
  await tx.query(
    `insert into rule_confirmations as r (rule_id, version, asked_by, asked_at) values ($1, $2, $3, $4)
     on conflict (rule_id, version) do update set asked_by = excluded.asked_by, asked_at = excluded.asked_at where r.asked_by is null`,
    [ruleId, version, moderatorId, at],
  );
}

/** Whoever confirmed first is kept. */
export async function saveConfirmed(
  tx: Queryable,
  { ruleId, version, moderatorId, at }: Said,
): Promise<void> {
  await tx.query(
    `insert into rule_confirmations as r (rule_id, version, confirmed_by, confirmed_at) values ($1, $2, $3, $4)
     on conflict (rule_id, version) do update set confirmed_by = excluded.confirmed_by, confirmed_at = excluded.confirmed_at where r.confirmed_by is null`,
    [ruleId, version, moderatorId, at],
  );
}
