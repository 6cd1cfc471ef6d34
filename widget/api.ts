import type { OwnAppeal } from "../server/appeals/contract.ts";
import type { OwnComment, PostedComment, PublicComment, Thread } from "../server/comments/contract.ts";
import type { SiteSettings } from "../server/sites/settings.ts";
import { articleKey, type Options } from "./options.ts";
import type { Sort } from "./thread.ts";
import { untilTime, words } from "./words.ts";

/** Why a call failed. Status 0: the server was not reached. `again`: the same call may work later. */
export interface Problem {
  status: number;
  message: string;
  again: boolean;
  /** They may not write here, for a time or any more. */
  stopped?: boolean;
  /** A warning that must be read first; its id. */
  warning?: string;
}
export type Answer<T> = { data: T; problem: null } | { data: null; problem: Problem };

export type AnyComment = OwnComment | (PublicComment & { status: OwnComment["status"] });

interface Call {
  method?: string;
  token?: string | null;
  headers?: Record<string, string>;
  body?: unknown;
}

const PATIENCE_MS = 20_000;

interface ProblemDocument {
  code?: string;
  detail?: string;
  sanction?: { id: string; kind: string; words: string | null; endsAt: string | null };
  errors?: { message: string }[];
}

async function problemOf(response: Response): Promise<Problem> {
  const again = response.status >= 500 || response.status === 429;
  const document = (await response.json().catch(() => ({}))) as ProblemDocument;
  const { code = "", sanction, errors, detail } = document;
  const said = sanction
    ? words.sanction(sanction.kind, sanction.words, sanction.endsAt && untilTime(sanction.endsAt))
    : words.refusals[code] || errors?.map((error) => error.message).join(" ") || detail;
  const message = (response.status < 500 && said) || words.serverTrouble;
  const warning = code === "warned" ? sanction?.id : undefined;
  return { status: response.status, message, again, warning, stopped: sanction && !warning };
}

/** The calls a reader's page makes. They never throw and never send cookies. */
export function openApi({ origin, site, article }: Options) {
  const base = `${origin}/api/sites/${encodeURIComponent(site)}`;

  async function call<T>(path: string, { method, token, headers, body }: Call = {}): Promise<Answer<T>> {
    try {
      const response = await fetch(base + path, {
        method,
        credentials: "omit",
        signal: AbortSignal.timeout(PATIENCE_MS),
        body: body === undefined ? undefined : JSON.stringify(body),
        headers: {
          ...(body === undefined ? {} : { "content-type": "application/json" }),
          ...(token ? { authorization: `Bearer ${token}` } : {}),
          ...headers,
        },
      });
      if (!response.ok) return { data: null, problem: await problemOf(response) };
      return { data: (response.status === 204 ? null : await response.json()) as T, problem: null };
    } catch {
      return { data: null, problem: { status: 0, message: words.unreachable, again: true } };
    }
  }

  return {
    thread(sort: Sort, limit: number, after: string | null) {
      const query = new URLSearchParams({
        article: articleKey(article),
        shape: "tree",
        sort,
        limit: `${limit}`,
      });
      if (after) query.set("after", after);
      return call<Thread>(`/comments?${query}`);
    },
    comment: (id: string, token: string | null = null) => call<AnyComment>(`/comments/${id}`, { token }),
    post: (
      body: { parentId: string | null; text: string; name: string | null },
      key: string,
      token: string | null,
    ) =>
      call<PostedComment>("/comments", {
        method: "POST",
        token,
        headers: { "idempotency-key": key, prefer: "wait=3" },
        body: {
          article,
          parentId: body.parentId,
          text: body.text,
          reader: body.name === null ? undefined : { name: body.name },
        },
      }),
    edit: (id: string, text: string, token: string) =>
      call<OwnComment>(`/comments/${id}`, { method: "PATCH", token, body: { text } }),
    withdraw: (id: string, token: string) => call<OwnComment>(`/comments/${id}`, { method: "DELETE", token }),
    reportReasons: () => call<{ items: SiteSettings["reportReasons"] }>("/report-reasons"),
    report: (id: string, body: { reason: string; text: string }, token: string | null) =>
      call<unknown>(`/comments/${id}/reports`, { method: "POST", token, body }),
    appeal: (id: string, text: string, token: string) =>
      call<OwnAppeal>(`/comments/${id}/appeals`, { method: "POST", token, body: { text } }),
    acknowledge: (id: string, token: string | null) =>
      call<null>(`/warnings/${id}/acknowledgement`, { method: "POST", token }),
  };
}

export type Api = ReturnType<typeof openApi>;
