import { z } from "zod";
import { unreadable } from "./ask-json.ts";
import { Failure } from "./failure.ts";
import { ATTRIBUTES, type Attribute, type Scored, type Span } from "./scorer.ts";

/** Sentences below this are not kept: they drove no decision. */
const WORTH_KEEPING = 0.4;

const Probability = z.number().min(0).max(1);
const AttributeScore = z.object({
  summaryScore: z.object({ value: Probability }),
  spanScores: z
    .array(
      z.object({
        begin: z.number().int().optional(),
        end: z.number().int().optional(),
        score: z.object({ value: Probability }),
      }),
    )
    .default([]),
});
const Answer = z.object({ attributeScores: z.record(z.string(), z.unknown()) });

/** What Perspective, or anything that speaks as it does, said of a text. Throws Failure when it cannot be read or holds no score. */
export function readAnswer(
  text: string,
  answer: unknown,
  from: { scorer: string; label: string; model: string; version: string },
): Scored {
  const { scorer, label, model, version } = from;
  const given = Answer.safeParse(answer).data ?? unreadable(label);
  const scores: Scored["scores"] = {};
  const spans: Span[] = [];
  for (const attribute of ATTRIBUTES) {
    const read = AttributeScore.optional().safeParse(given.attributeScores[attribute]);
    if (!read.success) unreadable(label);
    if (!read.data) continue;
    scores[attribute] = read.data.summaryScore.value;
    spans.push(...spansOf(text, attribute, read.data.spanScores));
  }
  if (Object.keys(scores).length === 0) throw new Failure("lasting", `${label} answered without any score.`);
  return { scorer, model, version, scores, spans };
}

/** Its refusals that are about one text. */
export function refusalInWords(label: string): (status: number, message: string) => Failure | null {
  return (status, message) =>
    status === 400 && /language/i.test(message)
      ? new Failure("text", `${label} does not score this language.`)
      : null;
}

/** Perspective counts in UTF-16 units as well. A span without ends is the whole text, which marks nothing. */
function spansOf(
  text: string,
  attribute: Attribute,
  given: z.infer<typeof AttributeScore>["spanScores"],
): Span[] {
  return given.flatMap(({ begin, end, score }) => {
    if (begin === undefined || end === undefined || score.value < WORTH_KEEPING) return [];
    const start = Math.max(0, begin);
    const stop = Math.min(text.length, end);
    return stop > start ? [{ start, end: stop, attribute, score: score.value }] : [];
  });
}
