import { z } from "zod";
import { asking, unreadable } from "./ask-json.ts";
import { type RemoteOptions, remoteScorer } from "./remote.ts";
import type { Attribute, Scored, Scorer } from "./scorer.ts";

export interface OpenAiOptions extends Partial<RemoteOptions> {
  apiKey: string;
  /** Scheme and host, without a slash at the end. */
  url: string;
  /** Whether the address may be one of the own network. */
  allowPrivate?: boolean;
}

const LABEL = "OpenAI";
const MODEL = "omni-moderation-latest";
const TIMEOUT = 3_000;
const PER_SECOND = 5;

/**
 * Which of its categories speak for which of our attributes; the highest counts. PROFANITY and SEVERE_TOXICITY have no counterpart. Its categories of
 * violence, self-harm, sexual and illicit content are left out: they find what a text is about, and a report of a murder threatens nobody.
 * https://platform.openai.com/docs/guides/moderation
 */
const CATEGORIES: Partial<Record<Attribute, readonly string[]>> = {
  TOXICITY: ["harassment", "harassment/threatening", "hate", "hate/threatening"],
  INSULT: ["harassment"],
  THREAT: ["harassment/threatening", "hate/threatening"],
  IDENTITY_ATTACK: ["hate", "hate/threatening"],
};

const Answer = z.object({
  model: z.string().min(1).max(100),
  results: z
    .array(z.object({ category_scores: z.record(z.string(), z.number().min(0).max(1)) }))
    .min(1)
    .max(1),
});

/** A scorer that asks OpenAI's moderation endpoint. It marks no words. Its scores are its own, not Perspective's probabilities: choose thresholds anew. */
export function openAiScorer({ apiKey, url, allowPrivate = false, ...options }: OpenAiOptions): Scorer {
  const ask = asking({ label: LABEL, url: `${url}/v1/moderations`, allowPrivate });
  return remoteScorer(
    {
      name: "openai",
      label: LABEL,
      async ask(text, _language, timeout) {
        const body = JSON.stringify({ model: MODEL, input: text });
        return scored(await ask(body, { authorization: `Bearer ${apiKey}` }, timeout));
      },
    },
    { timeoutMs: TIMEOUT, perSecond: PER_SECOND, ...options },
  );
}

function scored(answer: unknown): Scored {
  const { model, results } = Answer.safeParse(answer).data ?? unreadable(LABEL);
  const given = results[0]?.category_scores ?? {};
  const scores: Scored["scores"] = {};
  for (const [attribute, categories] of Object.entries(CATEGORIES)) {
    const known = categories.flatMap((category) => given[category] ?? []);
    if (known.length > 0) scores[attribute as Attribute] = Math.max(...known);
  }
  if (Object.keys(scores).length === 0) unreadable(LABEL);
  return { scorer: "openai", model: "omni-moderation", version: model, scores, spans: [] };
}
