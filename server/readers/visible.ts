import type { Queryable } from "../db/pool.ts";
import { AppError } from "../errors.ts";
import { maySeeSite, type SignedIn } from "../moderators/access.ts";
import { type ReaderRow, readerById } from "./store.ts";

/** The reader, when this moderator may see their site. Throws AppError("not_found") just as for one that is not there. */
export async function visibleReader(db: Queryable, by: SignedIn, id: string): Promise<ReaderRow> {
  const reader = await readerById(db, id);
  if (!reader || !maySeeSite(by, reader.siteId)) throw new AppError("not_found", "There is no such reader.");
  return reader;
}
