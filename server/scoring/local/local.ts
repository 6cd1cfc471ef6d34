import { languageName } from "../../languages/name.ts";
import { ATTRIBUTES, type Scored, type Scorer } from "../scorer.ts";
import { explain } from "./explain.ts";
import { createFeatures, extract } from "./features.ts";
import { HEADS, type Model, modelPath, readModel } from "./model.ts";
import { normalise } from "./normalise.ts";
import { createSums, logOdds, probability, sumText } from "./score-features.ts";
import type { Tokens } from "./tokens.ts";

const features = createFeatures();
const sums = createSums();
const scores = new Float64Array(HEADS);
let loaded: Model | undefined;

/** Six probabilities in the order of ATTRIBUTES, without the words that drove them. The next call reuses the answer. */
export function probabilities(model: Model, text: string): Float64Array {
  return judge(model, normalise(text));
}

function judge(model: Model, tokens: Tokens): Float64Array {
  extract(tokens, features);
  sumText(model, features, sums);
  for (let k = 0; k < HEADS; k++)
    scores[k] = probability(
      logOdds(model, k, sums.heads[k] as number, sums.squared, sums.network[k] as number),
    );
  return scores;
}

/** Scores a text by a given model: six probabilities, and the words that drove those that matter. */
export function scoreWith(model: Model, text: string): Scored {
  const tokens = normalise(text);
  judge(model, tokens);
  const named: Scored["scores"] = {};
  ATTRIBUTES.forEach((attribute, k) => {
    named[attribute] = scores[k] as number;
  });
  const spans = explain(model, tokens, features, sums, scores);
  return { scorer: "local", model: model.header.id, version: model.header.version, scores: named, spans };
}

/**
 * Scores a text by the committed model, which is read on the first call. Pure and synchronous, some tens of microseconds
 * a comment. Throws when the model file is missing or broken.
 */
export function scoreText(text: string): Scored {
  loaded ??= readModel(modelPath());
  return scoreWith(loaded, text);
}

const isEnglish = (language: string): boolean => /^en(-|$)/i.test(language);

let last: { text: string; scored: Scored } | undefined;

/** As scoreText(), for two scorers that are asked about one text in turn. */
function rememberedScore(text: string): Scored {
  if (last?.text !== text) last = { text, scored: scoreText(text) };
  return last.scored;
}

/** The embedded scorer: offline, English, always there. */
export function localScorer(): Scorer {
  return {
    name: "local",
    languages: ["en"],
    async score(text, language) {
      if (language !== null && !isEnglish(language)) {
        const why = `It is in ${languageName(language)}, which this model was not trained for.`;
        return { scorer: "local", unavailable: why, language };
      }
      try {
        return rememberedScore(text);
      } catch (error) {
        return { scorer: "local", unavailable: error instanceof Error ? error.message : String(error) };
      }
    },
  };
}
