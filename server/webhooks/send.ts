import { request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import { isPublic, literalAddress, PRIVATE, publicLookup } from "./public-address.ts";

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

const WORDS: Readonly<Record<string, string>> = {
  [PRIVATE]:
    "The address is private, so nothing was sent. Use a public address, or let the operator allow private ones.",
  ENOTFOUND: "The host name does not exist.",
  EAI_AGAIN: "The host name could not be looked up just now.",
  ECONNREFUSED: "Nobody listens at this address: the connection was refused.",
  ECONNRESET: "The connection was cut before an answer came.",
  EPIPE: "The connection was cut before an answer came.",
  ETIMEDOUT: "No connection could be made in time.",
  EHOSTUNREACH: "The host cannot be reached from here.",
  ENETUNREACH: "The host's network cannot be reached from here.",
  HPE_HEADER_OVERFLOW: "The answer's headers were too large.",
};

/**
 * Posts JSON to an endpoint and answers what came back; never rejects. Connects anew each time, follows no redirect, uses no proxy, reads
 * little of the answer's body and keeps none. Unless `allowPrivate`, the address is judged as the connection is made.
 */
export function send(
  address: string,
  body: string,
  headers: Record<string, string>,
  options: SendOptions,
): Promise<Answer> {
  const timeout = options.timeout ?? TIMEOUT;
  return new Promise((resolve) => {
    const fail = (error: string): void => resolve({ status: null, error });
    if (!URL.canParse(address)) return fail("The address is not a URL.");
    const url = new URL(address);
    if (url.protocol !== "http:" && url.protocol !== "https:")
      return fail("Only http and https addresses can be called.");
    if (url.username || url.password)
      return fail("The address carries a user name or password. Take them out.");
    const literal = literalAddress(url);
    if (literal && !options.allowPrivate && !isPublic(literal)) return fail(WORDS[PRIVATE] as string);

    const signal = AbortSignal.timeout(timeout);
    const request = (url.protocol === "https:" ? requestHttps : requestHttp)(url, {
      method: "POST",
      agent: false,
      signal,
      lookup: options.allowPrivate ? undefined : publicLookup,
      headers: {
        ...headers,
        "content-type": "application/json; charset=utf-8",
        "content-length": Buffer.byteLength(body),
        "user-agent": "Replydesk",
        accept: "*/*",
      },
    });
    let answered = false;
    request.on("response", (response) => {
      answered = true;
      const status = response.statusCode as number;
      const done = (): void => resolve({ status, error: complaint(status) });
      let read = 0;
      response.on("data", (chunk: Buffer) => {
        read += chunk.length;
        if (read > MOST_READ) response.destroy();
      });
      // The status is the answer, even when its body is cut, slow or endless.
      response.on("error", done);
      response.on("close", done);
    });
    request.on("error", (error: NodeJS.ErrnoException) =>
      fail(signal.aborted ? `No answer came within ${Math.round(timeout / 1_000)} seconds.` : inWords(error)),
    );
    request.on("close", () => {
      if (!answered) fail(WORDS.ECONNRESET as string);
    });
    request.end(body);
  });
}

function complaint(status: number): string | null {
  if (status >= 200 && status < 300) return null;
  if (status === 410) return "It answered 410 Gone, so the webhook was switched off.";
  if (status >= 300 && status < 400)
    return `It answered ${status}, a redirect, and those are not followed. Give the final address.`;
  return `It answered ${status}.`;
}

/** An error's own message may repeat the address with whatever secret is in it, so only its code is used. */
function inWords({ code }: NodeJS.ErrnoException): string {
  const words = code && WORDS[code];
  if (words) return words;
  if (code && /CERT|TLS|SSL|SIGNATURE|EPROTO/.test(code))
    return `No secure connection could be made (${code}). Check the certificate.`;
  if (code?.startsWith("HPE_")) return "What answered does not speak HTTP.";
  return code ? `The request failed (${code}).` : "The request failed.";
}
