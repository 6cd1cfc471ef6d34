import { type Db, inTransaction, type Tx } from "../db/pool.ts";
import { AppError } from "../errors.ts";
import { appendEvents } from "../events/append.ts";
import { usedForAnother } from "../idempotency.ts";
import { newId } from "../ids.ts";
import type { SignedIn } from "../moderators/access.ts";
import type { ReaderRow } from "../readers/store.ts";
import { visibleReader } from "../readers/visible.ts";
import { type SiteRow, sitesByIds } from "../sites/store.ts";
import { maySeeTraces } from "../traces/allowed.ts";
import { banTraces } from "../traces/store.ts";
import { MAX_DAYS, type NewSanction, type Sanction } from "./contract.ts";
import { findSanction, insertSanctions, type SanctionRow, sanctionByKey } from "./store.ts";
import { IMPOSED, sanctionEvent, sanctionView } from "./view.ts";

const DAY = 86_400_000;

/**
 * A moderator warns, mutes, suspends, bans or trusts a reader. The same key answers the same sanction. Throws AppError: not_found; forbidden for a ban by
 * traces that they may not see; unprocessable for words or an end that is missing or out of bounds, or a key used for something else.
 */
export async function sanctionReader(
  db: Db,
  by: SignedIn,
  input: NewSanction & { readerId: string; key?: string },
  now = new Date(),
): Promise<Sanction> {
  const reader = await visibleReader(db, by, input.readerId);
  return inTransaction(db, (tx) => impose(tx, by, { reader, wish: input, key: input.key }, now));
}

/** Writes a sanction with its event, in the caller's transaction. The reader is of a site that the moderator may see. */
export async function impose(
  tx: Tx,
  by: Pick<SignedIn, "id" | "role">,
  {
    reader,
    wish,
    key,
    decisionId,
  }: { reader: ReaderRow; wish: NewSanction; key?: string; decisionId?: string },
  now: Date,
): Promise<Sanction> {
  const before = key === undefined ? null : await sanctionByKey(tx, by.id, key);
  if (before) return sanctionView(same(before, reader, wish), now);
  assertSound(wish, now);
  const site = (await sitesByIds(tx, [reader.siteId])).get(reader.siteId) as SiteRow;
  const newcomers = wish.newcomers ?? [];
  if (newcomers.length > 0 && !maySeeTraces(by, site))
    throw new AppError("forbidden", `Only an owner may ban by network or e-mail on ${site.name}.`);
  const endsAt = wish.until ? new Date(wish.until) : null;
  const { words = null, reason = null } = wish;
  const row = {
    id: newId(),
    siteId: reader.siteId,
    readerId: reader.id,
    kind: wish.kind,
    words,
    reason: reason || null,
    moderatorId: by.id,
    decisionId: decisionId ?? null,
    key: key ?? null,
    startsAt: now,
    endsAt,
  };
  if ((await insertSanctions(tx, [row])) === 0)
    return sanctionView(same(await sanctionByKey(tx, by.id, key as string), reader, wish), now);
  if (newcomers.length > 0) {
    const forgotten = now.getTime() + site.settings.traceDays * DAY;
    const until = new Date(Math.min(endsAt?.getTime() ?? forgotten, forgotten));
    await banTraces(tx, { sanctionId: row.id, readerId: reader.id, kinds: newcomers, endsAt: until });
  }
  const event = sanctionEvent(IMPOSED[row.kind], row, `moderator/${by.id}`, {
    ...(endsAt && { endsAt: endsAt.toISOString() }),
    ...(newcomers.length > 0 && { newcomers }),
    ...(decisionId && { decisionId }),
  });
  await appendEvents(tx, [event], now);
  return sanctionView((await findSanction(tx, row.id)) as SanctionRow, now);
}

/** The sanction that the key was used for. Throws AppError("unprocessable") when that was another one. */
function same(before: SanctionRow | null, reader: ReaderRow, wish: NewSanction): SanctionRow {
  const as = (row: { words?: string | null; reason?: string | null }, end: string | null): string =>
    JSON.stringify([row.words || null, row.reason || null, end]);
  const asked = as(wish, wish.until ? new Date(wish.until).toISOString() : null);
  if (
    before?.readerId === reader.id &&
    before.kind === wish.kind &&
    as(before, before.endsAt?.toISOString() ?? null) === asked
  )
    return before;
  throw usedForAnother();
}

/** Throws AppError("unprocessable") for words or an end that is missing or out of bounds. */
export function assertSound({ kind, words, until, newcomers }: NewSanction, now: Date): void {
  const refuse = (message: string): never => {
    throw new AppError("unprocessable", message);
  };
  if (!words && (kind === "warn" || kind === "suspend" || kind === "ban"))
    refuse("Say in `words` what the reader is told.");
  if (kind === "suspend" && !until) refuse("A suspension needs an end: give `until`.");
  if (kind === "warn" && until) refuse("A warning has no end: leave `until` out.");
  if (newcomers?.length && kind !== "ban") refuse("Only a ban can stop newcomers as well.");
  if (!until) return;
  const ahead = Date.parse(until) - now.getTime();
  if (ahead <= 0) refuse("It would have ended already: give an `until` that is yet to come.");
  if (ahead > MAX_DAYS * DAY) refuse("It may last ten years at most. Leave `until` out for one without end.");
}
