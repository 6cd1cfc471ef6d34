import type { z } from "zod";
import type { createBatch } from "../../server/batches/contract.ts";
import type { Selection } from "../../server/selections/contract.ts";
import type { SiteSettings } from "../../server/sites/settings.ts";

/** Which comments are meant: these, in the versions seen, or all that a filter says. */
export type What = { comments: { id: string; version: number }[] } | { filter: z.input<typeof Selection> };

/** What is done with them. */
export type BatchAction = z.input<typeof createBatch.body>["action"];

type Reasons = SiteSettings["rejectReasons"];

/** The reasons that every one of these sites has: those of one site mean nothing on another. */
export function commonReasons(sites: { settings: Pick<SiteSettings, "rejectReasons"> }[]): Reasons {
  const [first, ...others] = sites.map((site) => site.settings.rejectReasons);
  return (first ?? []).filter(({ id }) => others.every((list) => list.some((one) => one.id === id)));
}
