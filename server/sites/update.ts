import { type Db, inTransaction } from "../db/pool.ts";
import { AppError } from "../errors.ts";
import { appendEvents } from "../events/append.ts";
import { SiteSettings } from "./settings.ts";
import { forgetSites, lockSite, type SiteRow, saveSite } from "./store.ts";

export interface SiteChange {
  slug: string;
  name?: string;
  allowedOrigins?: string[];
  settings?: Partial<Record<keyof SiteSettings, unknown>>;
  actor: string;
}

/** Changes what is given and keeps the rest. Throws AppError("not_found"), or a ZodError for a setting out of bounds. */
export async function updateSite(db: Db, change: SiteChange): Promise<SiteRow> {
  const site = await inTransaction(db, async (tx) => {
    const before = await lockSite(tx, change.slug);
    if (!before) throw new AppError("not_found", `There is no site "${change.slug}" here.`);
    const settings: Record<string, unknown> = { ...before.settings };
    for (const [name, value] of Object.entries(change.settings ?? {})) {
      const old = settings[name];
      settings[name] = isPlain(old) && isPlain(value) ? { ...old, ...value } : value;
    }
    SiteSettings.parse(settings);
    const saved = await saveSite(tx, {
      id: before.id,
      name: change.name,
      allowedOrigins: change.allowedOrigins,
      settings,
    });
    await appendEvents(tx, [
      {
        type: "site.updated",
        siteId: saved.id,
        actor: change.actor,
        data: {
          before: { name: before.name, allowedOrigins: before.allowedOrigins, ...before.settings },
          after: { name: saved.name, allowedOrigins: saved.allowedOrigins, ...settings },
        },
      },
    ]);
    return saved;
  });
  forgetSites();
  return site;
}

const isPlain = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !Array.isArray(value);
