import type { Tx } from "../db/pool.ts";
import { appendEvents } from "../events/append.ts";
import { newId } from "../ids.ts";
import type { SignedIn } from "../moderators/access.ts";
import type { NewSanction } from "./contract.ts";
import { assertSound } from "./impose.ts";
import { insertSanctions } from "./store.ts";
import { IMPOSED, sanctionEvent } from "./view.ts";

/**
 * Imposes one kind of sanction on many readers, each with a decision on a comment of theirs, in the caller's transaction: two statements, whatever their number.
 * Throws AppError("unprocessable") for words or an end that is missing or out of bounds.
 */
export async function imposeAll(
  tx: Tx,
  by: Pick<SignedIn, "id">,
  { kind, until }: Pick<NewSanction, "kind" | "until">,
  on: { readerId: string; siteId: string; decisionId: string; words: string | null }[],
  now: Date,
): Promise<void> {
  if (on.length === 0) return;
  const endsAt = until ? new Date(until) : null;
  const rows = on.map(({ readerId, siteId, decisionId, words }) => {
    assertSound({ kind, until, words }, now);
    const made = { kind, words, reason: null, moderatorId: by.id, key: null, startsAt: now, endsAt };
    return { id: newId(), siteId, readerId, decisionId, ...made };
  });
  await insertSanctions(tx, rows);
  await appendEvents(
    tx,
    rows.map((row) =>
      sanctionEvent(IMPOSED[kind], row, `moderator/${by.id}`, {
        ...(endsAt && { endsAt: endsAt.toISOString() }),
        decisionId: row.decisionId,
      }),
    ),
    now,
  );
}
