import { AppError } from "../errors.ts";

export interface Answer<T> {
  status: number;
  headers: Headers;
  body: T;
}

/** A request that has no answer after this long, in ms, is given up; longer than any `Prefer: wait`. */
const PATIENCE = 30_000;

export interface Api {
  /** The site's comments: the path that posts and reads them. */
  readonly comments: string;
  /** Asks one of the servers, each in turn. Throws when none answers. */
  ask<T>(
    method: string,
    path: string,
    options?: { body?: unknown; headers?: Record<string, string> },
  ): Promise<Answer<T>>;
}

/** The public API of a site on one or several servers that share a database. */
export function openApi(urls: readonly string[], site: string): Api {
  let turn = 0;
  return {
    comments: `/api/sites/${encodeURIComponent(site)}/comments`,
    async ask<T>(
      method: string,
      path: string,
      { body, headers = {} }: { body?: unknown; headers?: Record<string, string> } = {},
    ) {
      const url = urls[turn++ % urls.length] as string;
      const response = await fetch(url + path, {
        method,
        headers: { ...(body !== undefined && { "content-type": "application/json" }), ...headers },
        body: body === undefined ? undefined : JSON.stringify(body),
        signal: AbortSignal.timeout(PATIENCE),
      });
      const text = await response.text();
      return { status: response.status, headers: response.headers, body: parse(text) as T };
    },
  };
}

function parse(text: string): unknown {
  try {
    return text === "" ? undefined : JSON.parse(text);
  } catch {
    // A proxy's page, say: the status tells enough.
    return undefined;
  }
}

/** What a refusal says, in its own words. */
export const detailOf = ({ status, body }: Answer<unknown>): string =>
  (body as { detail?: string } | undefined)?.detail ?? `The server answered ${status}.`;

export const bearer = (token: string): Record<string, string> => ({ authorization: `Bearer ${token}` });

/** Throws AppError that says what to do when an address has no Replydesk, or the site is not there. */
export async function assertAnswers(urls: readonly string[], site: string): Promise<void> {
  for (const url of urls) {
    const api = openApi([url], site);
    const path = `${api.comments}?article=${encodeURIComponent("https://replay.example/")}&limit=1`;
    const answer = await api.ask<{ items?: unknown; detail?: string }>("GET", path).catch(() => null);
    if (answer === null)
      throw new AppError(
        "unavailable",
        `Nothing answers at ${url}. Start Replydesk with npm start, or say where it runs with --url.`,
      );
    if (answer.status === 404 && answer.body?.detail)
      throw new AppError("not_found", `${url} has no site "${site}". Name one it has with --site.`);
    if (answer.status !== 200 || !answer.body?.items)
      throw new AppError(
        "unavailable",
        `What answers at ${url} is not a Replydesk that is well (it answered ${answer.status}).`,
      );
  }
}
