import type { Config } from "../config.ts";
import { localScorer } from "./local/local.ts";
import { openAiScorer } from "./openai.ts";
import { perspectiveScorer } from "./perspective.ts";
import type { Scorer } from "./scorer.ts";
import { installedSemantic } from "./semantic/installed.ts";

/** The scorers of this installation, in order: its own first, then those that the operator configured. Where the operator sends comments is the operator's choice. */
export function configuredScorers(config: Pick<Config, "semantic" | "perspective" | "openai">): Scorer[] {
  const semantic = installedSemantic(config.semantic)?.underWay;
  const { perspective, openai } = config;
  return [
    ...(semantic ? [semantic] : []),
    localScorer(),
    ...(perspective ? [perspectiveScorer({ ...perspective, allowPrivate: true })] : []),
    ...(openai ? [openAiScorer({ ...openai, allowPrivate: true })] : []),
  ];
}

/** The same scorers for those who ask through the API: one that would rather be quick than thorough may take its time. */
export const patient = (scorers: readonly Scorer[]): Scorer[] =>
  scorers.map((scorer) => scorer.patient ?? scorer);

/** Those that run on this installation: asking them sends nothing elsewhere and spends nobody's quota. */
export const runningHere = (scorers: readonly Scorer[]): Scorer[] =>
  scorers.filter((scorer) => scorer.circuit === undefined);
