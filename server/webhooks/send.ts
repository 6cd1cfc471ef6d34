import { isUnanswered, post } from "../outgoing/post.ts";

export interface Answer {
  /** The answer's HTTP status; null when none came. */
  status: number | null;
  /** What went wrong, in words for the owner; null for a 2xx. */
  error: string | null;
}

export interface SendOptions {
  /** Whether addresses of the own network may be called. */
  allowPrivate: boolean;
  /** For the whole exchange, name lookup included, in ms. */
  timeout?: number;
}

const TIMEOUT = 15_000;
/** An answer's body is nobody's concern; past this many bytes the connection is closed. */
const MOST_READ = 64 * 1024;

/** Posts JSON to an endpoint and answers what came back; never rejects. Connects anew each time and keeps nothing of the answer's body. */
export async function send(
  address: string,
  body: string,
  headers: Record<string, string>,
  { allowPrivate, timeout = TIMEOUT }: SendOptions,
): Promise<Answer> {
  try {
    const { status } = await post(address, body, headers, { allowPrivate, timeout, mostBytes: MOST_READ });
    return { status, error: complaint(status) };
  } catch (error) {
    if (!isUnanswered(error)) throw error;
    return { status: null, error: error.message };
  }
}

function complaint(status: number): string | null {
  if (status >= 200 && status < 300) return null;
  if (status === 410) return "It answered 410 Gone, so the webhook was switched off.";
  if (status >= 300 && status < 400)
    return `It answered ${status}, a redirect, and those are not followed. Give the final address.`;
  return `It answered ${status}.`;
}
