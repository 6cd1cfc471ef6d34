import type { SignedIn } from "../moderators/access.ts";
import type { SiteRow } from "../sites/store.ts";

/** Whether a moderator of the site may see who may be the same person, and ban by it. */
export const maySeeTraces = (by: Pick<SignedIn, "role">, site: Pick<SiteRow, "settings">): boolean =>
  by.role === "owner" || site.settings.tracesFor === "moderators";
