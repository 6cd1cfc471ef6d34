import { useLocation } from "wouter";
import { QUEUES, type Queue } from "../../server/reviews/contract.ts";

export type Section =
  | Queue
  | "search"
  | "insights"
  | "settings"
  | "rules"
  | "word-lists"
  | "scorers"
  | "webhooks"
  | "api-keys"
  | "people"
  | "log"
  | "account"
  | "readers"
  | "worth-featuring";

const SITE_SECTIONS = ["insights", "settings", "rules", "word-lists", "scorers", "webhooks", "api-keys"];

/** Parts that are of no site. */
const SECTIONS_OF_ALL: readonly string[] = ["people", "log", "account"];
/** Parts that are of one site or of all. */
const SECTIONS_OF_EITHER = ["held", "search", "readers", "worth-featuring"];
export const isOfAll = (section: Section | null): boolean => SECTIONS_OF_ALL.includes(section ?? "");

/** Where the person is: which site (undefined: all of them) and which part of the desk. */
export interface Place {
  site: string | undefined;
  section: Section | null;
  /** The comment, the reader, the rule or the word list in the address, if one is. */
  comment: string | undefined;
}

/**
 * Reads `/:queue/:comment?`, `/search`, `/readers/:reader?`, `/worth-featuring`, `/people`, `/log`, `/account` and
 * `/sites/:site/(:queue/:comment?|search|readers/:reader?|worth-featuring|insights|settings|rules/:rule?|word-lists/:list?|scorers|webhooks|api-keys)`.
 */
export function placeOf(path: string): Place {
  const parts = path.split("/").filter(Boolean).map(decodeURIComponent);
  const site = parts[0] === "sites" ? parts[1] : undefined;
  const [section, comment] = site === undefined ? parts : parts.slice(2);
  const parted = site === undefined ? SECTIONS_OF_ALL : SITE_SECTIONS;
  const known =
    isQueue(section) || SECTIONS_OF_EITHER.includes(section ?? "") || parted.includes(section ?? "");
  return { site, section: known ? (section as Section) : null, comment };
}

export function isQueue(section: string | null | undefined): section is Queue {
  return QUEUES.some((queue) => queue === section);
}

export function pathOf(site: string | undefined, section: Section, comment?: string): string {
  const base = site === undefined ? `/${section}` : `/sites/${encodeURIComponent(site)}/${section}`;
  return comment ? `${base}/${comment}` : base;
}

export function usePlace(): Place {
  return placeOf(useLocation()[0]);
}
