import type { Queryable } from "../db/pool.ts";
import { AppError } from "../errors.ts";
import { maySeeSite, type Scope } from "../moderators/access.ts";
import { inScope } from "../moderators/scope.ts";
import { placesIn } from "../reviews/looking.ts";
import { type ReaderRow, readerById } from "./store.ts";

/** The reader, when this moderator may see them. Throws AppError("not_found") just as for one that is not there. */
export async function visibleReader(db: Queryable, by: Scope, id: string): Promise<ReaderRow> {
  const reader = await readerById(db, id);
  if (!reader) throw new AppError("not_found", "There is no such reader.");
  await assertSeesReader(db, by, { siteId: reader.siteId, readerId: id }, "There is no such reader.");
  return reader;
}

/** Readers are seen by those of their whole site, and by whoever has a section that they have written in. Throws AppError("not_found") with these words. */
export async function assertSeesReader(
  db: Queryable,
  by: Scope,
  { siteId, readerId }: { siteId: string; readerId: string },
  message: string,
): Promise<void> {
  if (maySeeSite(by, siteId)) return;
  const values: unknown[] = [readerId];
  const seen = inScope(by, "c", placesIn(values));
  const { rows } = await db.query(
    `select from comments c where ${["c.reader_id = $1", ...seen].join(" and ")} limit 1`,
    values,
  );
  if (rows.length === 0) throw new AppError("not_found", message);
}
