import { semanticState } from "./semantic/installed.ts";
import { warmth } from "./warm-up.ts";

/** What `/readyz` says of this process's scoring; it takes work all the same. */
export const scoringDetails = () => ({ scoring: warmth(), semantic: semanticState() });
