import { endOtherSessions } from "../account/session-store.ts";
import { type Db, inTransaction } from "../db/pool.ts";
import { AppError } from "../errors.ts";
import { appendEvents, type NewEvent } from "../events/append.ts";
import { siteBySlug } from "../sites/store.ts";
import type { SectionOfSite } from "./contract.ts";
import { lockOwners, lockPerson, type PersonRow, savePerson, saveScope } from "./people-store.ts";
import { sectionsBeside } from "./sections.ts";

export interface PersonChange {
  id: string;
  name?: string;
  role?: "moderator" | "owner";
  /** Slugs. */
  sites?: string[];
  sections?: SectionOfSite[];
  active?: boolean;
  actor: string;
}

/**
 * Changes what is given and keeps the rest. Deactivating ends all their sessions; every server hears of a change and judges their open
 * sockets anew. Throws AppError: "not_found", also for a site, or "conflict" where nobody would be left as an owner.
 */
export async function updatePerson(db: Db, change: PersonChange, now = new Date()): Promise<PersonRow> {
  const named = [...(change.sites ?? []), ...(change.sections ?? []).map(({ site }) => site)];
  for (const slug of new Set(named)) await siteBySlug(db, slug);
  return inTransaction(db, async (tx) => {
    // Owners first and always in the same order, so that two who take each other's role away wait in turn.
    const owners = await lockOwners(tx);
    const before = await lockPerson(tx, change.id);
    if (!before)
      throw new AppError("not_found", "There is nobody with this id. They may be on another page.");
    const active = change.active ?? before.deactivatedAt === null;
    const role = change.role ?? before.role;
    if (owners.length === 1 && owners[0] === before.id && !(active && role === "owner"))
      throw new AppError(
        "conflict",
        "This is the only owner, and somebody must be. Make somebody else an owner first.",
      );
    const sites = change.sites ? [...new Set(change.sites)].sort() : before.sites;
    const after: PersonRow = {
      ...before,
      name: change.name ?? before.name,
      role,
      sites,
      sections: sectionsBeside(sites, change.sections ?? before.sections),
      deactivatedAt: active ? null : (before.deactivatedAt ?? now),
    };
    await savePerson(tx, after);
    if (change.sites || change.sections) await saveScope(tx, change.id, after);
    if (!active) await endOtherSessions(tx, change.id, null);
    await appendEvents(tx, eventsOf(before, after, change.actor));
    return after;
  });
}

function eventsOf(before: PersonRow, after: PersonRow, actor: string): NewEvent[] {
  const about = (type: NewEvent["type"], data: object = {}): NewEvent => ({
    type,
    actor,
    data: { moderatorId: after.id, ...data },
    live: { moderatorId: after.id },
  });
  const facts = ({ name, role, sites, sections }: PersonRow) => ({ name, role, sites, sections });
  const events: NewEvent[] = [];
  if (JSON.stringify(facts(before)) !== JSON.stringify(facts(after)))
    events.push(about("moderator.updated", { before: facts(before), after: facts(after) }));
  if (!before.deactivatedAt && after.deactivatedAt) events.push(about("moderator.deactivated"));
  if (before.deactivatedAt && !after.deactivatedAt) events.push(about("moderator.reactivated"));
  return events;
}
