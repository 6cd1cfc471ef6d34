import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { Page, pageOf } from "../paging.ts";
import { Slug } from "../sites/contract.ts";

// Perspective's JSON, v1alpha1: https://developers.perspectiveapi.com/s/about-the-api-methods. As in all of Google's APIs null means absent, and
// what is wrong with a text or an attribute is said by the verb, in Perspective's words.

/** UTF-8 bytes of a comment's text. Perspective's limit. */
export const MOST_BYTES = 20_480;

const Token = z.string().max(1_000).nullish();
const TextEntry = z.object({
  text: z.string().nullish(),
  type: z.enum(["TEXT_TYPE_UNSPECIFIED", "PLAIN_TEXT", "HTML"]).nullish(),
});
const Context = z
  .object({
    entries: z.array(TextEntry).max(1_000).nullish(),
    articleAndParentComment: z
      .object({ article: TextEntry.nullish(), parentComment: TextEntry.nullish() })
      .nullish(),
  })
  .meta({ description: "Taken and not used, as Perspective does." });
const ScoreType = z.enum(["SCORE_TYPE_UNSPECIFIED", "PROBABILITY", "STD_DEV_SCORE", "PERCENTILE", "RAW"]);
const Languages = z
  .array(z.string().min(1).max(35))
  .max(20)
  .nullish()
  .meta({ description: "ISO 639-1; detected when absent." });
const AttributeName = z.string().min(1).max(100);

export const AnalyzeRequest = z.object({
  comment: TextEntry.nullish(),
  context: Context.nullish(),
  requestedAttributes: z
    .record(
      AttributeName,
      z.object({ scoreType: ScoreType.nullish(), scoreThreshold: z.number().nullish() }).nullish(),
    )
    .nullish()
    .meta({ description: "By name: TOXICITY, SEVERE_TOXICITY, INSULT, PROFANITY, THREAT, IDENTITY_ATTACK." }),
  spanAnnotations: z
    .boolean()
    .nullish()
    .meta({ description: "Answer the words that carry each attribute; else one span is the whole text." }),
  languages: Languages,
  doNotStore: z.boolean().nullish().meta({ description: "Nothing analysed is ever stored here." }),
  clientToken: Token,
  sessionId: Token,
  communityId: Token,
});
export type AnalyzeRequest = z.infer<typeof AnalyzeRequest>;

const Score = z.object({ value: z.number(), type: z.literal("PROBABILITY") });
const Offset = z
  .number()
  .int()
  .min(0)
  .meta({ description: "UTF-16 units into the text; `end` is exclusive." });
const AttributeScores = z.object({
  spanScores: z.array(z.object({ begin: Offset, end: Offset, score: Score })),
  summaryScore: Score,
});
export type AttributeScores = z.infer<typeof AttributeScores>;

export const AnalyzeResponse = z.object({
  attributeScores: z
    .record(z.string(), AttributeScores)
    .optional()
    .meta({ description: "Without those below their threshold; absent when none is left." }),
  languages: z.array(z.string()),
  detectedLanguages: z.array(z.string()),
  clientToken: z.string().optional(),
});
export type AnalyzeResponse = z.infer<typeof AnalyzeResponse>;

const SuggestedScore = z.object({ value: z.number().min(0).max(1).nullish(), type: ScoreType.nullish() });
const SuggestedScores = z.object({
  summaryScore: SuggestedScore.nullish(),
  spanScores: z
    .array(
      z.object({
        begin: z.number().int().nullish(),
        end: z.number().int().nullish(),
        score: SuggestedScore.nullish(),
      }),
    )
    .max(1_000)
    .nullish(),
});

export const SuggestScoreRequest = z.object({
  comment: TextEntry.nullish(),
  context: Context.nullish(),
  attributeScores: z.record(AttributeName, SuggestedScores).nullish(),
  languages: Languages,
  communityId: Token,
  clientToken: Token,
  sessionId: Token,
});
export type SuggestScoreRequest = z.infer<typeof SuggestScoreRequest>;

export const SuggestScoreResponse = z.object({
  clientToken: z.string().optional(),
  requestedLanguages: z.array(z.string()).optional(),
  detectedLanguages: z.array(z.string()),
});
export type SuggestScoreResponse = z.infer<typeof SuggestScoreResponse>;

const common = {
  method: "post" as const,
  tag: "Perspective",
  access: "api-key" as const,
  dialect: "google" as const,
  params: z.object({}),
  query: z.object({}),
  status: 200 as const,
  errors: ["rate_limited"] as const,
};

export const analyzeComment = endpoint({
  ...common,
  id: "analyzeComment",
  path: "/v1alpha1/comments:analyze",
  summary: "Score a text, as Perspective's comments:analyze",
  body: AnalyzeRequest,
  response: AnalyzeResponse,
});

export const suggestCommentScore = endpoint({
  ...common,
  id: "suggestCommentScore",
  path: "/v1alpha1/comments:suggestscore",
  summary: "Say what a text should have scored, as Perspective's comments:suggestscore",
  description: "Kept with the site of the key, its latest 10,000, for its owners to read.",
  body: SuggestScoreRequest,
  response: SuggestScoreResponse,
});

export const ScoreSuggestion = z
  .object({
    id: z.uuid(),
    text: z.string(),
    scores: z.record(z.string(), z.number()),
    languages: z.array(z.string()),
    communityId: z.string().nullable(),
    clientToken: z.string().nullable(),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: "ScoreSuggestion" });

export const listScoreSuggestions = endpoint({
  id: "listScoreSuggestions",
  method: "get",
  path: "/api/sites/:site/score-suggestions",
  summary: "What clients said texts should have scored, newest first",
  tag: "Scores",
  access: "owner",
  params: z.object({ site: Slug }),
  query: Page,
  body: z.undefined(),
  status: 200,
  response: pageOf(ScoreSuggestion),
  errors: ["not_found"],
});
