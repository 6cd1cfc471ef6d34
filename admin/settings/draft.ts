import type { Site } from "../../server/sites/contract.ts";
import type { SiteSettings } from "../../server/sites/settings.ts";

/** What the settings page edits: a site's settings, its name and where it may be embedded. Lists are edited as lines of text. */
export interface Draft {
  name: string;
  origins: string;
  bannedWords: string;
  settings: Omit<SiteSettings, "bannedWords">;
}

export function draftOf(site: Site): Draft {
  const { bannedWords, ...settings } = site.settings;
  return {
    name: site.name,
    origins: site.allowedOrigins.join("\n"),
    bannedWords: bannedWords.join("\n"),
    settings,
  };
}

export type SetDraft = (change: Partial<Draft["settings"]>) => void;

/** What every section of the settings page is given. */
export interface SectionsProps {
  draft: Draft;
  setDraft: (draft: Draft) => void;
  set: SetDraft;
}

/** The part of the draft that differs from the site, as the server wants it; null when nothing does. */
export function changes(site: Site, draft: Draft) {
  const was = draftOf(site);
  const settings: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(draft.settings)) {
    if (JSON.stringify(value) !== JSON.stringify(was.settings[key as keyof typeof was.settings]))
      settings[key] = value;
  }
  if (lines(draft.bannedWords).join("\n") !== was.bannedWords)
    settings.bannedWords = lines(draft.bannedWords);
  const body: { name?: string; allowedOrigins?: string[]; settings?: Record<string, unknown> } = {};
  if (draft.name.trim() !== was.name) body.name = draft.name.trim();
  if (lines(draft.origins).join("\n") !== was.origins) body.allowedOrigins = lines(draft.origins);
  if (Object.keys(settings).length > 0) body.settings = settings;
  return Object.keys(body).length > 0 ? body : null;
}

/** One entry a line; empty lines and repeats are dropped. */
export function lines(text: string): string[] {
  return [...new Set(text.split("\n").map((line) => line.trim()))].filter(Boolean);
}
