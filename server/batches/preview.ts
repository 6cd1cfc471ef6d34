import type { z } from "zod";
import { toCursor } from "../cursor.ts";
import type { Db, Queryable } from "../db/pool.ts";
import type { SignedIn } from "../moderators/access.ts";
import { inScope } from "../moderators/scope.ts";
import { placesIn } from "../reviews/looking.ts";
import { withPatience } from "../search/patience.ts";
import { chosenBy } from "../selections/conditions.ts";
import type { Picked, Selection } from "../selections/contract.ts";
import type { previewBatch as contract } from "./contract.ts";
import { previewOf } from "./preview-store.ts";

type Preview = z.input<typeof contract.response>;

/** Before anything came: what a filter that matches nothing was seen until. */
const NOTHING = toCursor("1970-01-01T00:00:00.000Z", "00000000-0000-0000-0000-000000000000");

/** Milliseconds that one statement of choosing may take: more than a page of a search, since all of it is looked at. */
export const PATIENCE = 10_000;

/** What a batch of these would decide, and whom it would meet. Throws AppError: not_found for a site they do not moderate; too_slow. */
export function previewBatch(
  db: Db,
  by: SignedIn,
  wish: { comments: Picked } | { filter: Selection },
  now = new Date(),
): Promise<Preview> {
  return withPatience(db, PATIENCE, (tx) => preview(tx, by, wish, now));
}

async function preview(
  db: Queryable,
  by: SignedIn,
  wish: { comments: Picked } | { filter: Selection },
  now: Date,
): Promise<Preview> {
  const values: unknown[] = [];
  const what =
    "comments" in wish ? named(by, wish.comments, values) : await matching(db, by, wish.filter, values);
  const { newest, ...row } = await previewOf(db, what, { values, by: by.id, now });
  return {
    ...(row as Omit<Preview, "until">),
    until: newest ? toCursor(new Date(newest.came).toISOString(), newest.id) : NOTHING,
  };
}

function named(by: SignedIn, picked: Picked, values: unknown[]): Parameters<typeof previewOf>[1] {
  const place = placesIn(values);
  return {
    from: `json_to_recordset(${place(JSON.stringify(picked))}::json) as p(id uuid, version int) join comments c on c.id = p.id`,
    where: ["true", ...inScope(by, "c", place)].join(" and "),
    changed: "c.version <> p.version",
  };
}

async function matching(
  db: Queryable,
  by: SignedIn,
  filter: Selection,
  values: unknown[],
): Promise<Parameters<typeof previewOf>[1]> {
  return { from: "comments c", where: await chosenBy(db, by, filter, placesIn(values)), changed: "false" };
}
