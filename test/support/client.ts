import { isDeepStrictEqual } from "node:util";
import type { Endpoint } from "../../server/endpoint.ts";
import { ENDPOINTS } from "../../server/openapi.ts";
import { Problem } from "../../server/problem.ts";

export interface Answer<T> {
  status: number;
  headers: Headers;
  text: string;
  body: T;
}

type Send = <T = Refusal>(
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
) => Promise<Answer<T>>;
export type Refusal = {
  type: string;
  status: number;
  code: string;
  title: string;
  detail: string;
  errors?: { path: string; message: string }[];
  current?: { who: string; what: string; when: string; version: number; status: string; decisionId: string };
};

export interface Client {
  readonly address: string;
  readonly headers: Readonly<Record<string, string>>;
  get<T = Refusal>(path: string, headers?: Record<string, string>): Promise<Answer<T>>;
  post: Send;
  patch: Send;
  put: Send;
  delete: Send;
}

/** Refusals that any endpoint may give, named in its contract or not. */
const ALWAYS = new Set([400, 401, 403, 413, 415, 503]);

/**
 * Speaks to the API of one server; `headers` go with every request (a cookie, a token). A string as body is sent as it is. Every answer is held
 * to the contract of its endpoint: a success carries exactly what is promised, a refusal is a problem document the contract names.
 */
export function clientAt(address: string, headers: Readonly<Record<string, string>> = {}): Client {
  async function send<T>(
    method: string,
    path: string,
    body?: unknown,
    more: Record<string, string> = {},
  ): Promise<Answer<T>> {
    const response = await fetch(address + path, {
      method,
      headers: { ...(body !== undefined && { "content-type": "application/json" }), ...headers, ...more },
      body: body === undefined || typeof body === "string" ? body : JSON.stringify(body),
    });
    const text = await response.text();
    const json = /json\b/.test(response.headers.get("content-type") ?? "") && text !== "";
    const answer = {
      status: response.status,
      headers: response.headers,
      text,
      body: (json ? JSON.parse(text) : undefined) as T,
    };
    holdToContract(method, path, answer);
    return answer;
  }
  return {
    address,
    headers,
    get: (path, more) => send("GET", path, undefined, more),
    post: (path, body, more) => send("POST", path, body, more),
    put: (path, body, more) => send("PUT", path, body, more),
    patch: (path, body, more) => send("PATCH", path, body, more),
    delete: (path, body, more) => send("DELETE", path, body, more),
  };
}

export function endpointAt(method: string, path: string): Endpoint | undefined {
  const bare = path.split("?")[0] as string;
  return ENDPOINTS.find(
    (e) =>
      e.method.toUpperCase() === method &&
      new RegExp(`^${e.path.replace(/(?<=\/):\w+/g, "[^/]+")}$`).test(bare),
  );
}

function holdToContract(
  method: string,
  path: string,
  { status, headers, body, text }: Answer<unknown>,
): void {
  const endpoint = endpointAt(method, path);
  const where = `${method} ${path} answered ${status}`;
  if (status === 304) return;
  if (status >= 400) {
    if (headers.get("content-type")?.split(";")[0] !== "application/problem+json")
      throw new Error(`${where} without a problem document: ${text}`);
    const problem = Problem.parse(body);
    if (problem.status !== status) throw new Error(`${where}, its problem says ${problem.status}`);
    if (endpoint && !ALWAYS.has(status) && !endpoint.errors.includes(problem.code as never))
      throw new Error(`${where}, which its contract does not name: ${text}`);
    return;
  }
  if (!endpoint) return;
  if (status !== endpoint.status) throw new Error(`${where}, its contract says ${endpoint.status}`);
  const parsed = endpoint.response.safeParse(body);
  if (!parsed.success)
    throw new Error(
      `${where} with something its contract does not say: ${parsed.error.message}\n${text.slice(0, 2_000)}`,
    );
  if (!isDeepStrictEqual(parsed.data, body))
    throw new Error(`${where} with more than its contract says: ${text.slice(0, 2_000)}`);
}
