import { type Db, inTransaction } from "../db/pool.ts";
import { AppError } from "../errors.ts";
import { appendEvents } from "../events/append.ts";
import { newId } from "../ids.ts";
import type { SiteSettings } from "./settings.ts";
import { insertSite, type SiteRow } from "./store.ts";

/** Adds a site. Throws AppError("conflict") when its slug is taken. */
export function createSite(
  db: Db,
  input: {
    slug: string;
    name: string;
    allowedOrigins: string[];
    settings?: Partial<SiteSettings>;
    actor: string;
  },
): Promise<SiteRow> {
  return inTransaction(db, async (tx) => {
    const site = await insertSite(tx, { ...input, id: newId(), settings: input.settings ?? {} });
    if (!site)
      throw new AppError(
        "conflict",
        `A site called "${input.slug}" exists already. Choose another short name.`,
      );
    await appendEvents(tx, [
      { type: "site.created", siteId: site.id, actor: input.actor, data: { slug: site.slug } },
    ]);
    return site;
  });
}
