import { createFolded } from "./fold.ts";
import { createTokens } from "./tokens.ts";

/** The text being read, and the words read from it: one of each, reused by every text. */
export const folded = createFolded();
export const tokens = createTokens();

/** Where in the text as given the folded unit p begins. */
export const at = (p: number): number => folded.start[p] as number;
/** Where in the text as given the stretch before folded unit p ends. */
export const endAt = (p: number): number => folded.end[p - 1] as number;
