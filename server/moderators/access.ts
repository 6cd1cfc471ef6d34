import { AppError } from "../errors.ts";
import type { Moderator } from "./contract.ts";

/** A signed-in moderator and the sites they may see; null: all of them. */
export interface SignedIn extends Moderator {
  siteIds: string[] | null;
  sessionId: string;
  sessionEndsAt: Date;
  /** When this session was last noted as used; see noteSeen. */
  lastSeenAt: Date;
}

export const maySee = (by: Pick<SignedIn, "siteIds">, siteId: string): boolean =>
  by.siteIds === null || by.siteIds.includes(siteId);

/** What a moderator may not see does not exist for them: throws AppError("not_found") with the given words. */
export function assertMaySee(by: SignedIn, siteId: string, message: string): void {
  if (!maySee(by, siteId)) throw new AppError("not_found", message);
}
