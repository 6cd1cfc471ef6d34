import { randomUUID } from "node:crypto";
import { Webhook } from "standardwebhooks";
import { asking } from "./ask-json.ts";
import { readAnswer, refusalInWords } from "./perspective-answer.ts";
import { type RemoteOptions, remoteScorer } from "./remote.ts";
import { ATTRIBUTES, type Scorer } from "./scorer.ts";

export interface HttpOptions extends Partial<RemoteOptions> {
  name: string;
  /** The whole address that is posted to. */
  url: string;
  /** Sent as a key, or used to sign; null: neither. */
  key: string | null;
  signed: boolean;
  /** Whether the address may be one of the own network. */
  allowPrivate: boolean;
}

const TIMEOUT = 1_500;
const PER_SECOND = 50;

/**
 * A scorer at any address that answers as Perspective's `comments:analyze` does. A key goes along as `x-goog-api-key` and as a bearer token, never in the
 * address; with `signed` it stays here and signs each request by the Standard Webhooks convention, as our webhooks are.
 */
export function httpScorer({ name, url, key, signed, allowPrivate, ...options }: HttpOptions): Scorer {
  const label = `The scorer "${name}"`;
  const ask = asking({ label, url, allowPrivate, inWords: refusalInWords(label) });
  const from = { scorer: name, label, model: new URL(url).host, version: "v1alpha1" };
  return remoteScorer(
    {
      name,
      label,
      async ask(text, language, timeout) {
        const body = JSON.stringify({
          comment: { text, type: "PLAIN_TEXT" },
          requestedAttributes: Object.fromEntries(ATTRIBUTES.map((attribute) => [attribute, {}])),
          spanAnnotations: true,
          doNotStore: true,
          ...(language && { languages: [language] }),
        });
        return readAnswer(text, await ask(body, headersFor(body, key, signed), timeout), from);
      },
    },
    { timeoutMs: TIMEOUT, perSecond: PER_SECOND, ...options },
  );
}

function headersFor(body: string, key: string | null, signed: boolean): Record<string, string> {
  if (key === null) return {};
  if (!signed) return { "x-goog-api-key": key, authorization: `Bearer ${key}` };
  const id = `msg_${randomUUID()}`;
  const now = new Date();
  const secret = key.startsWith("whsec_") ? new Webhook(key) : new Webhook(key, { format: "raw" });
  return {
    "webhook-id": id,
    "webhook-timestamp": String(Math.floor(now.getTime() / 1_000)),
    "webhook-signature": secret.sign(id, now, body),
  };
}
