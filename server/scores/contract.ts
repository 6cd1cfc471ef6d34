import { z } from "zod";
import { endpoint } from "../endpoint.ts";

const MOST_TEXTS = 1_000;
/** Characters of one text; scorers read no more. */
const LONGEST = 20_480;
/** A text that is one insult a thousand times over has no more to show. */
export const MOST_SPANS = 200;

const Span = z.object({
  start: z.number().int().meta({ description: "UTF-16 units into the text; `end` is exclusive." }),
  end: z.number().int(),
  attribute: z.string(),
  score: z.number().meta({ description: "How strongly these words alone carry the attribute." }),
});

export const TextScores = z
  .object({
    language: z
      .string()
      .nullable()
      .meta({ description: "As given or detected; null where nobody can tell." }),
    scores: z.record(z.string(), z.number()),
    spans: z.array(Span).max(MOST_SPANS).meta({ description: "Empty unless asked for." }),
    scorers: z.array(z.object({ scorer: z.string(), model: z.string(), version: z.string() })),
    unscored: z.string().nullable().meta({ description: "Why there is no score at all." }),
  })
  .meta({ id: "TextScores" });
export type TextScores = z.infer<typeof TextScores>;

export const scoreTexts = endpoint({
  id: "scoreTexts",
  method: "post",
  path: "/api/scores",
  summary: "Score up to 1,000 texts",
  description:
    "Answers in the order of the texts. Nothing is stored. Each text counts against the key's quota.",
  tag: "Scores",
  access: "api-key",
  params: z.object({}),
  query: z.object({}),
  body: z.object({
    texts: z.array(z.string().max(LONGEST)).min(1).max(MOST_TEXTS),
    language: z
      .string()
      .min(2)
      .max(35)
      .optional()
      .meta({ description: "ISO 639-1, of all the texts; detected for each when absent." }),
    spans: z.boolean().default(false).meta({ description: "Whether to answer the words behind the scores." }),
  }),
  status: 200,
  response: z.object({ items: z.array(TextScores) }),
  errors: ["rate_limited"],
});
