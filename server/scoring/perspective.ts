import type Perspective from "perspective-api-client";
import { z } from "zod";
import { circuit } from "./circuit.ts";
import {
  ATTRIBUTES,
  type Attribute,
  type Scored,
  type Scorer,
  type Span,
  type Unavailable,
} from "./scorer.ts";

type Library = typeof Perspective;

export interface PerspectiveOptions {
  apiKey: string;
  /** Scheme and host, without a slash at the end. */
  url: string;
  /** For the whole exchange, in ms. */
  timeoutMs?: number;
  /** The time in ms; tests bring their own. */
  now?: () => number;
}

const NAME = "perspective";
const TIMEOUT = 1_500;
/** After this many failures in a row it is left alone for REST ms, so that a dead one does not delay every comment. */
const FAILURES = 5;
const REST = 30_000;
/** An answer is a few kB; more than this is none. */
const MOST_BYTES = 512 * 1024;
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
const Complaint = z.object({ error: z.object({ message: z.string() }) });

/**
 * A scorer that asks the Perspective API, or anything that speaks as it does. The package gives the request and the error classes; the request itself is ours,
 * since the package knows one address only and waits for ever. Never throws, sends no empty text, asks not to store what it sends, and keeps the key
 * out of its answers.
 */
export function perspectiveScorer({
  apiKey,
  url,
  timeoutMs = TIMEOUT,
  now = Date.now,
}: PerspectiveOptions): Scorer {
  // It takes half a second to load, which only those with a key should pay.
  const library = import("perspective-api-client").then((loaded) => loaded.default);
  const line = circuit({ failures: FAILURES, rest: REST, now });
  const endpoint = `${url}/v1alpha1/comments:analyze?key=${encodeURIComponent(apiKey)}`;
  const unavailable = (why: string): Unavailable => ({ scorer: NAME, unavailable: why });

  async function score(text: string, language: string | null): Promise<Scored | Unavailable> {
    if (text.trim() === "") return unavailable("There is no text to score.");
    if (!line.mayAsk())
      return unavailable("Perspective failed several times in a row and is left alone for half a minute.");
    const api = await library;
    try {
      const answer = await analyze(api, text, language);
      line.succeeded();
      return answer;
    } catch (error) {
      // What it says of one comment's text or language tells nothing about its health.
      if (error instanceof api.ResponseError && error.response?.status === 400) line.succeeded();
      else line.failed();
      return unavailable(inWords(api, error, timeoutMs));
    }
  }

  async function analyze(api: Library, text: string, language: string | null): Promise<Scored | Unavailable> {
    const payload = new api({ apiKey }).getAnalyzeCommentPayload(text, {
      attributes: [...ATTRIBUTES],
      // Comments are plain text: "<3" is no tag. Cut to what the API takes.
      stripHTML: false,
      truncate: true,
      doNotStore: true,
    });
    const response = await fetch(endpoint, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ ...payload, spanAnnotations: true, ...(language && { languages: [language] }) }),
      // A redirect would carry the key elsewhere.
      redirect: "error",
      signal: AbortSignal.timeout(timeoutMs),
    });
    const body = await read(response);
    if (!response.ok) {
      const complaint = Complaint.safeParse(json(body));
      throw new api.ResponseError(complaint.data?.error.message ?? "", { status: response.status });
    }
    return scored(text, Answer.parse(json(body)).attributeScores);
  }

  return { name: NAME, score };
}

async function read(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length;
    if (bytes > MOST_BYTES) throw new SyntaxError("too long");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

function json(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}

function scored(text: string, given: Record<string, unknown>): Scored | Unavailable {
  const scores: Scored["scores"] = {};
  const spans: Span[] = [];
  for (const attribute of ATTRIBUTES) {
    const answer = AttributeScore.optional().parse(given[attribute]);
    if (!answer) continue;
    scores[attribute] = answer.summaryScore.value;
    spans.push(...spansOf(text, attribute, answer.spanScores));
  }
  if (Object.keys(scores).length === 0)
    return { scorer: NAME, unavailable: "Perspective answered without any score." };
  return { scorer: NAME, model: "perspective", version: "v1alpha1", scores, spans };
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

/** Never an error's own message: it may repeat the address, which holds the key, or the comment. */
function inWords(api: Library, error: unknown, timeoutMs: number): string {
  if (error instanceof api.ResponseError) return refusalInWords(error.response?.status ?? 0, error.message);
  if (error instanceof z.ZodError || error instanceof SyntaxError)
    return "Perspective's answer could not be read.";
  const name = (error as Error).name;
  if (name === "TimeoutError" || name === "AbortError")
    return `Perspective did not answer within ${timeoutMs / 1_000} s.`;
  return "Perspective could not be reached.";
}

function refusalInWords(status: number, message: string): string {
  if (status === 429) return "Perspective's quota is used up for the moment.";
  if (status === 401 || status === 403 || /api.?key/i.test(message))
    return "Perspective refused the key. Check PERSPECTIVE_API_KEY.";
  if (/language/i.test(message)) return "Perspective does not score this language.";
  if (status >= 500) return `Perspective has trouble of its own (${status}).`;
  return `Perspective refused the request (${status}).`;
}
