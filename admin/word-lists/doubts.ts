import { t } from "i18next";
import type { Sums, Tried } from "../../server/word-lists/definition.ts";
import { number } from "../language/format.ts";

/** Below this many, what is public says little. */
const ENOUGH = 5;
/** From this share on, people let most of it through. */
const MOST = 0.8;
/** A word that stands in more of all comments than this is hardly a slur. */
const OFTEN = 0.02;

/** Whether an entry catches mostly what people let through: what they approved more often than not, or what is public and nobody rejected. */
export const isHarmless = ({ caught, approved, refused, published }: Sums): boolean =>
  approved > refused || (refused === 0 && caught >= ENOUGH && published >= caught * MOST);

/** What speaks against an entry, in sentences; none where nothing does. */
export function doubtsAbout(tried: Tried): string[] {
  const { caught, approved, refused, published, comments } = tried;
  const doubts: string[] = [];
  if (approved > refused)
    doubts.push(
      t("wordLists.doubt.approved", { approved: number(approved), judged: number(approved + refused) }),
    );
  else if (isHarmless(tried))
    doubts.push(t("wordLists.doubt.published", { published: number(published), caught: number(caught) }));
  if (caught >= ENOUGH && caught > comments * OFTEN)
    doubts.push(t("wordLists.doubt.often", { every: number(Math.max(1, Math.round(comments / caught))) }));
  return doubts;
}
