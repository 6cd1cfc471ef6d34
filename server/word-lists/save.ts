import { type Db, inTransaction } from "../db/pool.ts";
import { AppError } from "../errors.ts";
import { appendEvents } from "../events/append.ts";
import { newId } from "../ids.ts";
import { type ListKind, MAX_ENTRIES_OF_SITE, MAX_LISTS } from "./definition.ts";
import { existing } from "./existing.ts";
import { rulesNaming } from "./naming.ts";
import { readLines } from "./read-lines.ts";
import {
  addVersion,
  entriesOf,
  findList,
  findLists,
  insertList,
  type ListRow,
  lockList,
  lockSite,
  markDeleted,
} from "./store.ts";

export interface GivenList {
  siteId: string;
  name: string;
  language: string | null;
  text: string;
  format: "text" | "csv";
  note: string;
  moderatorId: string;
}

/** Throws AppError: unprocessable (which lines are wrong, and how), conflict (too many, or the name is taken). */
export async function createList(db: Db, given: GivenList & { kind: ListKind }): Promise<ListRow> {
  const { siteId, kind, moderatorId } = given;
  const entries = await soundEntries(given);
  return inTransaction(db, async (tx) => {
    await lockSite(tx, siteId);
    const others = await findLists(tx, siteId);
    if (others.length >= MAX_LISTS)
      throw new AppError(
        "conflict",
        `A site has at most ${MAX_LISTS} word lists. Delete one first, or add to one.`,
      );
    assertFits(given, entries, others);
    const id = newId();
    await insertList(tx, { id, siteId, kind });
    await addVersion(tx, { ...given, listId: id, version: 1, entries });
    await appendEvents(tx, [
      {
        type: "word-list.created",
        siteId,
        actor: `moderator/${moderatorId}`,
        data: {
          listId: id,
          name: given.name,
          kind,
          language: given.language,
          version: 1,
          size: entries.length,
        },
        live: null,
      },
    ]);
    return existing(await findList(tx, siteId, id));
  });
}

export interface ListChange extends GivenList {
  id: string;
  /** The version it was made from. */
  version: number;
}

/** Entries told in the log, of those added and of those removed. */
const TOLD = 50;

/**
 * Saves a new version; the rules that name the list follow it from the next comment on, and the log says which they were. Throws AppError: not_found, conflict
 * (there is a newer version, or the name is taken), unprocessable.
 */
export async function updateList(db: Db, change: ListChange): Promise<ListRow> {
  const { siteId, id, moderatorId } = change;
  const entries = await soundEntries(change);
  return inTransaction(db, async (tx) => {
    await lockSite(tx, siteId);
    const before = existing(await lockList(tx, siteId, id));
    if (before.version !== change.version)
      throw new AppError(
        "conflict",
        `${before.changedBy} saved version ${before.version} meanwhile. Read it first, then save yours again.`,
      );
    const others = (await findLists(tx, siteId)).filter((list) => list.id !== id);
    assertFits(change, entries, others);
    const old = ((await entriesOf(tx, id, before.version)) ?? "").split("\n").filter((one) => one !== "");
    const version = before.version + 1;
    await addVersion(tx, { ...change, listId: id, version, entries });
    const rules = (await rulesNaming(tx, siteId)).get(id) ?? [];
    await appendEvents(tx, [
      {
        type: "word-list.updated",
        siteId,
        actor: `moderator/${moderatorId}`,
        data: {
          listId: id,
          name: change.name,
          kind: before.kind,
          language: change.language,
          version,
          size: entries.length,
          ...differences(old, entries),
          rules: rules.map(({ name, mode }) => ({ name, mode })),
        },
        live: null,
      },
    ]);
    return existing(await findList(tx, siteId, id));
  });
}

/** Throws AppError: not_found, conflict (rules name it). */
export function deleteList(
  db: Db,
  { siteId, id, moderatorId }: { siteId: string; id: string; moderatorId: string },
): Promise<void> {
  return inTransaction(db, async (tx) => {
    const { name, kind, version } = existing(await lockList(tx, siteId, id));
    const rules = (await rulesNaming(tx, siteId)).get(id) ?? [];
    if (rules.length > 0)
      throw new AppError(
        "conflict",
        `${rules.map((rule) => `“${rule.name}”`).join(", ")} would have no list to ask. Change or delete that first.`,
      );
    await markDeleted(tx, id);
    await appendEvents(tx, [
      {
        type: "word-list.deleted",
        siteId,
        actor: `moderator/${moderatorId}`,
        data: { listId: id, name, kind, version },
        live: null,
      },
    ]);
  });
}

async function soundEntries({ text, format }: GivenList): Promise<string[]> {
  const { entries, errors, problems } = await readLines(text, format);
  if (errors === 0) return entries;
  const [first] = problems;
  const wrong = first?.message ?? "";
  throw new AppError(
    "unprocessable",
    errors > 1
      ? `${wrong} ${errors - 1} more lines are wrong. Nothing was saved.`
      : `${wrong} Nothing was saved.`,
    { problems },
  );
}

function assertFits({ name }: GivenList, entries: readonly string[], others: readonly ListRow[]): void {
  if (others.some((list) => list.name.toLowerCase() === name.toLowerCase()))
    throw new AppError(
      "conflict",
      `There is a list “${name}” already. Give this one another name, or add to that one.`,
    );
  const all = others.reduce((sum, { size }) => sum + size, entries.length);
  if (all > MAX_ENTRIES_OF_SITE)
    throw new AppError(
      "conflict",
      `A site's lists have at most ${MAX_ENTRIES_OF_SITE} entries together; these would be ${all}.`,
    );
}

function differences(old: readonly string[], entries: readonly string[]): object {
  const [was, is] = [new Set(old), new Set(entries)];
  const added = entries.filter((entry) => !was.has(entry));
  const removed = old.filter((entry) => !is.has(entry));
  return {
    added: added.length,
    removed: removed.length,
    addedEntries: added.slice(0, TOLD),
    removedEntries: removed.slice(0, TOLD),
  };
}
