import { t } from "i18next";
import type { z } from "zod";
import type { Endpoint } from "../server/endpoint.ts";
import { en } from "./app/words.en.ts";
import { saidHere } from "./server-words/said.ts";

/** A call that did not succeed. `message` is a sentence for the person at the desk. */
export interface CallError extends Error {
  name: "CallError";
  /** HTTP status; 0 when no answer came. */
  status: number;
  code: string;
  /** On 409: what the comment is now, as the server tells it. */
  current: unknown;
  /** The whole problem document. */
  problem: Record<string, unknown>;
}

export function isCallError(e: unknown): e is CallError {
  return e instanceof Error && e.name === "CallError";
}

type Part<K extends string, T> = [T] extends [undefined]
  ? { [key in K]?: undefined }
  : Record<never, never> extends T
    ? { [key in K]?: T }
    : undefined extends T
      ? { [key in K]?: T }
      : { [key in K]: T };

export type CallInput<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> = Part<
  "params",
  z.input<P>
> &
  Part<"query", z.input<Q>> &
  Part<"body", z.input<B>> & {
    signal?: AbortSignal;
    /** One key for all tries of one act, so that it happens once. */
    key?: string;
    /** Send it although the page is being left. */
    keepalive?: boolean;
  };

let onSignedOut = () => {};

/** Says what to do when an answer is 401: the session has ended. */
export function whenSignedOut(react: () => void): void {
  onSignedOut = react;
}

/**
 * Calls one endpoint and gives its answer. The answer is trusted as typed: desk and server ship together.
 * Throws CallError with the server's sentence, or one of our own when no answer came.
 */
export async function call<
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  R extends z.ZodType,
>(endpoint: Endpoint<P, Q, B, R>, input: CallInput<P, Q, B>): Promise<z.output<R>> {
  const given = input as {
    params?: Fields;
    query?: Fields;
    body?: unknown;
    signal?: AbortSignal;
    key?: string;
    keepalive?: boolean;
  };
  const init: RequestInit = { method: endpoint.method.toUpperCase(), credentials: "same-origin" };
  if (given.signal) init.signal = given.signal;
  if (given.keepalive) init.keepalive = true;
  if (endpoint.method !== "get") {
    // A type without a body would be read as an empty object.
    init.headers = {
      ...(given.body !== undefined && { "content-type": "application/json" }),
      ...(given.key !== undefined && { "idempotency-key": given.key }),
    };
    if (given.body !== undefined) init.body = JSON.stringify(given.body);
  }
  let response: Response;
  try {
    response = await fetch(address(endpoint.path, given.params, given.query), init);
  } catch (e) {
    if (given.signal?.aborted) throw e;
    throw callError(0, "offline", t("app.problem.offline"), {});
  }
  if (response.ok) return (response.status === 204 ? undefined : await response.json()) as z.output<R>;
  const problem = await readProblem(response);
  if (response.status === 401 && endpoint.access !== "public") onSignedOut();
  throw callError(
    response.status,
    text(problem.code) ?? "internal",
    sentence(response.status, problem),
    problem,
  );
}

type Fields = Record<string, unknown>;

/** Where an endpoint is, for a link: a file that the browser saves. */
export function addressOf<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
  endpoint: Endpoint<P, Q, B, R>,
  input: CallInput<P, Q, B>,
): string {
  const { params, query } = input as { params?: Fields; query?: Fields };
  return address(endpoint.path, params, query);
}

function address(path: string, params: Fields = {}, query: Fields = {}): string {
  const filled = path.replace(
    /\/:(\w+)/g,
    (_, name: string) => `/${encodeURIComponent(String(params[name]))}`,
  );
  const asked = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    if (value !== undefined && value !== null) asked.set(key, String(value));
  }
  const search = asked.toString();
  return search ? `${filled}?${search}` : filled;
}

async function readProblem(response: Response): Promise<Fields> {
  try {
    const body: unknown = await response.json();
    return typeof body === "object" && body !== null ? (body as Fields) : {};
  } catch {
    return {};
  }
}

/** The server's own sentence in the desk's language, or the desk's words for the code of the problem. */
function sentence(status: number, problem: Fields): string {
  const here = saidBy(problem).map(saidHere);
  if (here.length > 0 && here.every((words) => words !== null)) return [...new Set(here)].join(" ");
  const code = text(problem.code);
  if (code && Object.hasOwn(en.problem.code, code))
    return t(`app.problem.code.${code as keyof typeof en.problem.code}`);
  if (status === 429) return t("app.problem.code.rate_limited");
  return t(status >= 500 ? "app.problem.busy" : "app.problem.unknown");
}

/** The sentences of a problem: one for each field at fault, or the one about all. */
function saidBy(problem: Fields): string[] {
  const faults = Array.isArray(problem.errors)
    ? problem.errors.map((fault: Fields) => text(fault.message))
    : [];
  if (faults.length > 0 && faults.every((fault) => fault !== undefined)) return faults;
  const whole = text(problem.detail) ?? text(problem.message) ?? text(problem.title);
  return whole === undefined ? [] : [whole];
}

function text(value: unknown): string | undefined {
  return typeof value === "string" && value ? value : undefined;
}

function callError(status: number, code: string, message: string, problem: Fields): CallError {
  const error = new Error(message) as CallError;
  error.name = "CallError";
  return Object.assign(error, { status, code, current: problem.current ?? null, problem });
}
