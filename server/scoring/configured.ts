import type { Config } from "../config.ts";
import { localScorer } from "./local/local.ts";
import { perspectiveScorer } from "./perspective.ts";
import type { Scorer } from "./scorer.ts";

/** The scorers this installation asks, in order: the local one first, then those that are configured. */
export function configuredScorers(config: Pick<Config, "perspective">): Scorer[] {
  return [localScorer(), ...(config.perspective ? [perspectiveScorer(config.perspective)] : [])];
}
