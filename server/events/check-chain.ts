import type { Queryable } from "../db/pool.ts";
import { NOTHING_BEFORE, nextHash } from "./chain.ts";
import { chainEnd, eventsBetween, type Link, lastHandedOut, linksAfter } from "./chain-store.ts";

export interface Break {
  /** The first event that is not as it was. */
  eventId: string;
  problem: "changed" | "removed" | "added";
}

export interface ChainCheck {
  /** Events that are as they were. */
  events: number;
  /** Where the chain ends; event 0 where it has not begun. */
  end: Link;
  broken: Break | null;
  /** With `expected`: whether the chain still has this event with this hash. */
  asExpected: boolean | null;
}

/** Read at once; 1 M events are 200 such reads. */
const BLOCK = 5_000;

/**
 * Reads the whole chain, a block at a time, and names the first event that was changed, removed or added since it was chained. Events after its
 * end are not looked at, save those whose id nobody handed out. Whoever may change everything can also cut the end off, or make a new chain:
 * that shows against an end written down elsewhere, which is `expected`.
 */
export async function checkChain(
  db: Queryable,
  options: { expected?: { eventId: string; hash: string }; progress?: (events: number) => void } = {},
): Promise<ChainCheck> {
  const { expected, progress } = options;
  const end = await chainEnd(db);
  let asExpected = expected ? false : null;
  let before: Buffer = NOTHING_BEFORE;
  let after = "0";
  let events = 0;
  let broken: Break | null = null;
  while (!broken) {
    const links = await linksAfter(db, after, end.eventId, BLOCK);
    const last = links.length < BLOCK ? end.eventId : (links.at(-1) as Link).eventId;
    // One more than links: an added one is then among them.
    const present = await eventsBetween(db, after, last, links.length + 1);
    const count = Math.max(links.length, present.length);
    for (let i = 0; i < count && !broken; i++) {
      const link = links[i];
      const event = present[i];
      broken = compare(link?.eventId, event?.id);
      if (broken || !link || !event) break;
      before = nextHash(before, event);
      if (!before.equals(link.hash)) broken = { eventId: event.id, problem: "changed" };
      else events += 1;
      if (expected?.eventId === link.eventId) asExpected = link.hash.toString("hex") === expected.hash;
    }
    progress?.(events);
    if (links.length < BLOCK) break;
    after = last;
  }
  broken ??= await beyondHandedOut(db);
  return { events, end, broken, asExpected };
}

/** Both run through the same ids; where they part, an event is missing or too many. */
function compare(link: string | undefined, event: string | undefined): Break | null {
  if (link === event) return null;
  if (event === undefined || (link !== undefined && BigInt(link) < BigInt(event)))
    return { eventId: link as string, problem: "removed" };
  return { eventId: event, problem: "added" };
}

async function beyondHandedOut(db: Queryable): Promise<Break | null> {
  const { rows } = await db.query<{ id: string | null }>(`select max(id)::text as id from events`);
  const last = rows[0]?.id ?? null;
  if (last === null || BigInt(last) <= BigInt(await lastHandedOut(db))) return null;
  return { eventId: last, problem: "added" };
}
