import { AppError } from "../errors.ts";
import type { Moderator } from "./contract.ts";

/** What somebody may see: these sites wholly, null: every one; and of other sites what is under articles of these sections. */
export interface Scope {
  siteIds: string[] | null;
  sections: { siteId: string; section: string }[];
}

/** A signed-in moderator and what they may see. */
export interface SignedIn extends Moderator, Scope {
  sessionId: string;
  sessionEndsAt: Date;
  /** When this session was last noted as used; see noteSeen. */
  lastSeenAt: Date;
}

/** Whether all of a site is theirs to see: what is of no article, such as its articles' list and its readers. */
export const maySeeSite = (by: Pick<Scope, "siteIds">, siteId: string): boolean =>
  by.siteIds === null || by.siteIds.includes(siteId);

/** Whether a comment is theirs to see, by its site and the section its article is in now. What is in no section is for those of the whole site. */
export const maySee = (by: Scope, of: { siteId: string; section: string | null }): boolean =>
  maySeeSite(by, of.siteId) ||
  by.sections.some((own) => own.siteId === of.siteId && own.section === of.section);

/** What a moderator may not see does not exist for them: throws AppError("not_found") with the given words. */
export function assertMaySee(
  by: Scope,
  of: { siteId: string; section: string | null },
  message: string,
): void {
  if (!maySee(by, of)) throw new AppError("not_found", message);
}
