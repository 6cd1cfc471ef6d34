import { asking } from "./ask-json.ts";
import { readAnswer, refusalInWords } from "./perspective-answer.ts";
import { type RemoteOptions, remoteScorer } from "./remote.ts";
import { ATTRIBUTES, type Scorer } from "./scorer.ts";

export interface PerspectiveOptions extends Partial<RemoteOptions> {
  apiKey: string;
  /** Scheme and host, without a slash at the end. */
  url: string;
  /** Whether the address may be one of the own network. */
  allowPrivate?: boolean;
}

const LABEL = "Perspective";
const TIMEOUT = 1_500;
/** What Google grants by default. */
const PER_SECOND = 1;

/**
 * A scorer that asks the Perspective API. The package gives the request; sending it is ours, since the package knows one address only, waits for
 * ever and puts the key into the address. Asks not to store what it sends.
 */
export function perspectiveScorer({
  apiKey,
  url,
  allowPrivate = false,
  ...options
}: PerspectiveOptions): Scorer {
  // It takes half a second to load, which only those with a key should pay.
  const library = import("perspective-api-client").then((loaded) => loaded.default);
  const ask = asking({
    label: LABEL,
    url: `${url}/v1alpha1/comments:analyze`,
    allowPrivate,
    inWords: refusalInWords(LABEL),
  });
  const from = { scorer: "perspective", label: LABEL, model: "perspective", version: "v1alpha1" };
  return remoteScorer(
    {
      name: "perspective",
      label: LABEL,
      async ask(text, language, timeout) {
        const payload = new (await library)({ apiKey }).getAnalyzeCommentPayload(text, {
          attributes: [...ATTRIBUTES],
          // Comments are plain text: "<3" is no tag. Cut to what the API takes.
          stripHTML: false,
          truncate: true,
          doNotStore: true,
        });
        const body = { ...payload, spanAnnotations: true, ...(language && { languages: [language] }) };
        return readAnswer(text, await ask(JSON.stringify(body), { "x-goog-api-key": apiKey }, timeout), from);
      },
    },
    { timeoutMs: TIMEOUT, perSecond: PER_SECOND, ...options },
  );
}
