import { Agent as HttpAgent } from "node:http";
import { Agent as HttpsAgent } from "node:https";
import { isUnanswered, type Posted, post } from "../outgoing/post.ts";
import { Failure } from "./failure.ts";

/** An answer is a few kB; more than this is none. */
const MOST_BYTES = 512 * 1024;
/** Connections kept to one scorer. */
const CONNECTIONS = 16;

export interface Endpoint {
  /** What it is called in sentences. */
  label: string;
  url: string;
  allowPrivate: boolean;
  /** What a refusal means that is none of the usual ones; null: nothing special. */
  inWords?(status: number, message: string): Failure | null;
}

export type Ask = (body: string, headers: Record<string, string>, timeout: number) => Promise<unknown>;

/** Posts JSON to a scorer over connections that are kept, and answers what it says, parsed. Throws Failure. */
export function asking({ label, url, allowPrivate, inWords }: Endpoint): Ask {
  const kept = { keepAlive: true, maxSockets: CONNECTIONS, timeout: 60_000 };
  const agent = url.startsWith("https:") ? new HttpsAgent(kept) : new HttpAgent(kept);
  return async (body, headers, timeout) => {
    const answer = await post(url, body, headers, {
      allowPrivate,
      timeout: Math.max(1, Math.round(timeout)),
      mostBytes: MOST_BYTES,
      agent,
    }).catch((error: unknown) => {
      if (!isUnanswered(error)) throw error;
      // The time is used up, so there is none for another try.
      if (error.kind === "late") throw late(label);
      throw new Failure(
        error.kind === "network" ? "passing" : "lasting",
        `${label} could not be reached. ${error.message}`,
      );
    });
    if (answer.status < 200 || answer.status > 299) throw refusal(label, answer, inWords);
    if (answer.ended === "late") throw late(label);
    if (answer.ended === "cut") throw new Failure("passing", `${label} broke off within its answer.`);
    return answer.ended === "whole" ? (json(answer.body) ?? unreadable(label)) : unreadable(label);
  };
}

const late = (label: string): Failure => new Failure("passing", `${label} did not answer in time.`);

/** Throws: what came is not what this scorer should say. */
export function unreadable(label: string): never {
  throw new Failure("lasting", `${label}'s answer could not be read.`);
}

function refusal(label: string, { status, headers, body }: Posted, inWords: Endpoint["inWords"]): Failure {
  const message = messageIn(body);
  const special = inWords?.(status, message);
  if (special) return special;
  if (status === 429)
    return new Failure(
      "passing",
      `${label}'s quota is used up for the moment.`,
      afterHeader(headers["retry-after"]),
    );
  if (status === 401 || status === 403 || /api.?key/i.test(message))
    return new Failure("lasting", `${label} refused the key. Check it, and enter it anew.`);
  if (status >= 500)
    return new Failure(
      "passing",
      `${label} has trouble of its own (${status}).`,
      afterHeader(headers["retry-after"]),
    );
  if (status >= 300 && status < 400)
    return new Failure("lasting", `${label} sends elsewhere (${status}), and a key is not carried there.`);
  if (status === 400 || status === 413 || status === 422)
    return new Failure("text", `${label} refused this text (${status}).`);
  return new Failure("lasting", `${label} refused the request (${status}).`);
}

/** `Retry-After` in seconds, as ms; a date, or nothing, counts as none. */
function afterHeader(value: string | undefined): number {
  return value && /^\d{1,6}$/.test(value) ? Number(value) * 1_000 : 0;
}

/** Errors of Google and OpenAI alike: `{"error": {"message"}}`. Used to tell refusals apart, never shown: it may repeat a key. */
function messageIn(body: string): string {
  const parsed = json(body) as { error?: { message?: unknown } } | null;
  const message = parsed?.error?.message;
  return typeof message === "string" ? message : "";
}

function json(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}
