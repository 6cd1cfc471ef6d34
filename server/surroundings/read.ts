import type { z } from "zod";
import type { Db } from "../db/pool.ts";
import { AppError } from "../errors.ts";
import type { Scope } from "../moderators/access.ts";
import type { readSurroundings as contract, Nearby } from "./contract.ts";
import { findSurroundings, isVisible, type NearbyRow } from "./store.ts";

/** What stands around a comment in its thread. Throws AppError("not_found"). */
export async function readSurroundings(
  db: Db,
  by: Scope,
  commentId: string,
): Promise<z.input<typeof contract.response>> {
  if (!(await isVisible(db, commentId, by))) throw new AppError("not_found", "There is no such comment.");
  const rows = await findSurroundings(db, commentId);
  const at = (place: NearbyRow["place"]): Nearby[] => rows.filter((row) => row.place === place).map(nearby);
  return { before: at("before"), after: at("after"), replies: at("reply") };
}

const nearby = ({ id, readerName, text, status, createdAt }: NearbyRow): Nearby => ({
  id,
  reader: { name: readerName },
  text,
  status,
  createdAt: createdAt.toISOString(),
});
