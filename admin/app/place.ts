import { useLocation } from "wouter";

export type Section = "held" | "settings" | "scorers" | "webhooks" | "api-keys";

const SITE_SECTIONS = ["settings", "scorers", "webhooks", "api-keys"];

/** Where the person is: which site (undefined: all of them) and which part of the desk. */
export interface Place {
  site: string | undefined;
  section: Section | null;
  /** The comment in the address, if one is. */
  comment: string | undefined;
}

/** Reads `/held/:comment?` and `/sites/:site/(held/:comment?|settings|scorers|webhooks|api-keys)`. */
export function placeOf(path: string): Place {
  const parts = path.split("/").filter(Boolean).map(decodeURIComponent);
  const site = parts[0] === "sites" ? parts[1] : undefined;
  const [section, comment] = site === undefined ? parts : parts.slice(2);
  const known = section === "held" || (site !== undefined && SITE_SECTIONS.includes(section ?? ""));
  return { site, section: known ? (section as Section) : null, comment };
}

export function pathOf(site: string | undefined, section: Section, comment?: string): string {
  const base = site === undefined ? `/${section}` : `/sites/${encodeURIComponent(site)}/${section}`;
  return comment ? `${base}/${comment}` : base;
}

export function usePlace(): Place {
  return placeOf(useLocation()[0]);
}
