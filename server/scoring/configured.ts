import type { Config } from "../config.ts";
import { localScorer } from "./local/local.ts";
import { openAiScorer } from "./openai.ts";
import { perspectiveScorer } from "./perspective.ts";
import type { Scorer } from "./scorer.ts";

/** The scorers of this installation, in order: the local one first, then those that the operator configured. Where the operator sends comments is the operator's choice. */
export function configuredScorers({ perspective, openai }: Pick<Config, "perspective" | "openai">): Scorer[] {
  return [
    localScorer(),
    ...(perspective ? [perspectiveScorer({ ...perspective, allowPrivate: true })] : []),
    ...(openai ? [openAiScorer({ ...openai, allowPrivate: true })] : []),
  ];
}
