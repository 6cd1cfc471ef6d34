import { AppError } from "../errors.ts";
import { askInOrder, firstWith } from "../scoring/ask-in-order.ts";
import { readLanguage } from "../scoring/read-language.ts";
import type { Attribute, Scored, Scorer, Unavailable } from "../scoring/scorer.ts";
import { knownAttribute, textOf } from "./comment.ts";
import type { AnalyzeRequest, AnalyzeResponse, AttributeScores } from "./contract.ts";
import { invalidRequest, languageNotSupported, noRequestedAttributes, unknownAttribute } from "./errors.ts";

/** What is scored when nobody can tell the language: comments of a few words. */
const FALLBACK = "en";

/**
 * Scores one text as Perspective's comments:analyze does. Scorers are asked in order, until each attribute has a score. Stores nothing.
 * Throws AppError with the details that Google's error shape carries; "unavailable" when no scorer can answer.
 */
export async function analyze(scorers: readonly Scorer[], request: AnalyzeRequest): Promise<AnalyzeResponse> {
  const text = textOf(request);
  const thresholds = thresholdsOf(request);
  const requested = request.languages ?? [];
  const detected = (await readLanguage(text)) ?? FALLBACK;
  const language = requested.find((code) => !isEnglish(code)) ?? requested[0] ?? detected;
  const answers = await askInOrder(scorers, text, language, [...thresholds.keys()]);
  const attributeScores: Record<string, AttributeScores> = {};
  for (const [attribute, threshold] of thresholds) {
    const scored = firstWith(answers, attribute);
    if (!scored) throw missing(attribute, answers, requested, detected);
    const scores = scoresOf(scored, attribute, text, request.spanAnnotations === true);
    if (scores.summaryScore.value >= threshold) attributeScores[attribute] = scores;
  }
  return {
    ...(Object.keys(attributeScores).length > 0 && { attributeScores }),
    languages: requested.length > 0 ? requested : [detected],
    detectedLanguages: [detected],
    ...(request.clientToken && { clientToken: request.clientToken }),
  };
}

/** Each attribute asked for, with the score below which it is left out. */
function thresholdsOf({ requestedAttributes }: AnalyzeRequest): Map<Attribute, number> {
  const asked = Object.entries(requestedAttributes ?? {});
  if (asked.length === 0) throw noRequestedAttributes();
  return new Map(
    asked.map(([name, options]) => {
      const attribute = knownAttribute(name);
      const type = options?.scoreType ?? "PROBABILITY";
      if (type !== "PROBABILITY" && type !== "SCORE_TYPE_UNSPECIFIED")
        throw invalidRequest(`Requested score type ${type} is not supported by attribute ${name}`);
      return [attribute, options?.scoreThreshold ?? Number.NEGATIVE_INFINITY];
    }),
  );
}

function missing(
  attribute: Attribute,
  answers: (Scored | Unavailable)[],
  requested: string[],
  detected: string,
): AppError {
  if (answers.some((answer) => "unavailable" in answer && answer.language !== undefined))
    return languageNotSupported(attribute, requested, [detected]);
  if (answers.some((answer) => !("unavailable" in answer))) return unknownAttribute(attribute);
  return new AppError("unavailable", "No scorer can answer at the moment. Try again shortly.", {
    retryAfter: 5,
  });
}

/** A scorer's words where they are asked for and it names any, else the whole text as one span. */
function scoresOf(scored: Scored, attribute: Attribute, text: string, asked: boolean): AttributeScores {
  const summaryScore = probability(scored.scores[attribute] as number);
  const spanScores = asked
    ? scored.spans
        .filter((span) => span.attribute === attribute)
        .sort((a, b) => a.start - b.start)
        .map(({ start, end, score }) => ({ begin: start, end, score: probability(score) }))
    : [];
  if (spanScores.length === 0) spanScores.push({ begin: 0, end: text.length, score: summaryScore });
  return { spanScores, summaryScore };
}

const probability = (value: number) => ({ value, type: "PROBABILITY" as const });

const isEnglish = (code: string): boolean => /^en(-|$)/i.test(code);
