import type { Queryable } from "../db/pool.ts";
import { TRACE_DAYS } from "../sites/settings.ts";
import { deleteOldTraces } from "./store.ts";

/** Forgets the traces that each site's period is over for. Answers how many. */
export const forgetTraces = (db: Queryable, now = new Date()): Promise<number> =>
  deleteOldTraces(db, now, TRACE_DAYS);
