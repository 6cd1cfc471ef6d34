import type { z } from "zod";
import type { Db } from "../db/pool.ts";
import type { previewRuleUndo as contract, RuleUndoWish } from "./contract.ts";
import { meantBy } from "./meant.ts";
import { countUndo } from "./store.ts";

/** What taking back a rule's decisions would change. Throws AppError as `meantBy` does. */
export async function previewRuleUndo(
  db: Db,
  wish: { siteId: string; id: string } & RuleUndoWish,
  now = new Date(),
): Promise<z.input<typeof contract.response>> {
  const { meant } = await meantBy(db, wish, now);
  const { sample, ...counts } = await countUndo(db, meant);
  return {
    ...counts,
    sample: sample as z.input<typeof contract.response>["sample"],
    to: meant.to.toISOString(),
  };
}
