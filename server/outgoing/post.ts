import {
  type Agent,
  type IncomingHttpHeaders,
  type IncomingMessage,
  request as requestHttp,
} from "node:http";
import { request as requestHttps } from "node:https";
import { isPublic, literalAddress, PRIVATE, privateAddress, publicLookup } from "./public-address.ts";

export interface Posted {
  status: number;
  headers: IncomingHttpHeaders;
  /** What came of the body, at most `mostBytes` of it. */
  body: string;
  /** Whether the body came whole, or what ended it. */
  ended: "whole" | "too long" | "late" | "cut";
}

export interface PostOptions {
  /** Whether addresses of the own network may be called. */
  allowPrivate: boolean;
  /** For the whole exchange, name lookup included, in ms. */
  timeout: number;
  /** Past this many bytes of an answer the connection is closed. */
  mostBytes: number;
  /** Keeps connections; without one, each exchange has its own. */
  agent?: Agent;
}

/** Why no answer came: in words for an owner, which never hold the address, a key or what was sent. */
export interface Unanswered extends Error {
  name: "Unanswered";
  /** `refused`: nothing was sent, and trying again will not help. */
  kind: "late" | "network" | "refused";
}

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

export function isUnanswered(error: unknown): error is Unanswered {
  return error instanceof Error && error.name === "Unanswered";
}

function unanswered(kind: Unanswered["kind"], message: string): Unanswered {
  return Object.assign(new Error(message), { name: "Unanswered" as const, kind });
}

/**
 * Posts JSON and resolves with what came back, whatever its status; rejects with Unanswered when nothing did. Follows no redirect and uses
 * no proxy. Unless `allowPrivate`, the address is judged as the connection is made.
 */
export async function post(
  address: string,
  body: string,
  headers: Record<string, string>,
  options: PostOptions,
): Promise<Posted> {
  const url = checked(address, options.allowPrivate);
  const signal = AbortSignal.timeout(options.timeout);
  return new Promise((resolve, reject) => {
    const request = (url.protocol === "https:" ? requestHttps : requestHttp)(url, {
      method: "POST",
      agent: options.agent ?? false,
      signal,
      lookup: options.allowPrivate ? undefined : publicLookup,
      headers: {
        accept: "*/*",
        ...headers,
        "content-type": "application/json; charset=utf-8",
        "content-length": Buffer.byteLength(body),
        "user-agent": "Replydesk",
      },
    });
    let answered = false;
    request.on("response", (response) => {
      answered = true;
      void read(response, options.mostBytes, signal).then(resolve, reject);
    });
    request.on("error", (error: NodeJS.ErrnoException) => {
      if (answered) return;
      reject(
        signal.aborted
          ? unanswered("late", `No answer came within ${options.timeout / 1_000} seconds.`)
          : unanswered(error.code === PRIVATE ? "refused" : "network", inWords(error)),
      );
    });
    request.on("close", () => {
      if (!answered) reject(unanswered("network", WORDS.ECONNRESET as string));
    });
    request.end(body);
  });
}

function checked(address: string, allowPrivate: boolean): URL {
  if (!URL.canParse(address)) throw unanswered("refused", "The address is not a URL.");
  const url = new URL(address);
  if (url.protocol !== "http:" && url.protocol !== "https:")
    throw unanswered("refused", "Only http and https addresses can be called.");
  if (url.username || url.password)
    throw unanswered("refused", "The address carries a user name or password. Take them out.");
  const literal = literalAddress(url);
  if (literal && !allowPrivate && !isPublic(literal)) throw unanswered("refused", inWords(privateAddress()));
  return url;
}

/** The status is an answer, even when its body is cut, slow or endless. */
function read(response: IncomingMessage, mostBytes: number, signal: AbortSignal): Promise<Posted> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    response.on("data", (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > mostBytes) response.destroy();
      else chunks.push(chunk);
    });
    const done = (): void =>
      resolve({
        status: response.statusCode as number,
        headers: response.headers,
        body: Buffer.concat(chunks).toString(),
        ended: bytes > mostBytes ? "too long" : response.complete ? "whole" : signal.aborted ? "late" : "cut",
      });
    response.on("end", done);
    response.on("error", done);
    response.on("close", done);
  });
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
