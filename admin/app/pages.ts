import type { IconName } from "./icons.tsx";
import type { Section } from "./place.ts";

/** A page of the desk and where it is found. `of`: of a queue, of a site's settings, of the desk as a whole, or of the person. */
interface PageFacts {
  section: Section;
  icon: IconName;
  of: "queues" | "site" | "desk" | "person";
  /** Only owners see it. */
  owners: boolean;
}

/** Every page, in the order of the navigation. Its name is the word `app.page.SECTION`. */
export const PAGES: readonly PageFacts[] = [
  { section: "held", icon: "inbox", of: "queues", owners: false },
  { section: "reported", icon: "flag", of: "queues", owners: false },
  { section: "appealed", icon: "scales", of: "queues", owners: false },
  { section: "sample", icon: "sample", of: "queues", owners: false },
  { section: "escalated", icon: "escalate", of: "queues", owners: false },
  { section: "search", icon: "search", of: "queues", owners: false },
  { section: "readers", icon: "person", of: "queues", owners: false },
  { section: "worth-featuring", icon: "star", of: "queues", owners: false },
  { section: "insights", icon: "chart", of: "site", owners: true },
  { section: "settings", icon: "sliders", of: "site", owners: true },
  { section: "rules", icon: "rule", of: "site", owners: true },
  { section: "word-lists", icon: "words", of: "site", owners: true },
  { section: "scorers", icon: "gauge", of: "site", owners: true },
  { section: "webhooks", icon: "hook", of: "site", owners: true },
  { section: "api-keys", icon: "key", of: "site", owners: true },
  { section: "people", icon: "people", of: "desk", owners: true },
  { section: "log", icon: "book", of: "desk", owners: false },
  { section: "account", icon: "key", of: "person", owners: false },
];

/** The pages open to the person: `site` is the one at work, `ownedSite` the one whose settings they may change, or null. */
export function pagesFor(site: string | undefined, ownedSite: string | null) {
  return PAGES.filter(({ owners }) => !owners || ownedSite !== null).map((page) => ({
    ...page,
    site: page.of === "queues" ? site : page.of === "site" ? (ownedSite ?? undefined) : undefined,
  }));
}
