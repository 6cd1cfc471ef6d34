import type { SiteScorer } from "../../server/scoring/contract.ts";

/** A scorer as the page edits it. `key`: undefined leaves it, null takes it away. */
export interface Draft {
  name: string;
  kind: SiteScorer["kind"];
  enabled: boolean;
  use: SiteScorer["use"];
  timeoutMs: number | null;
  perSecond: number | null;
  url: string | null;
  signed: boolean;
  key: string | null | undefined;
}

export function draftOf({ name, kind, enabled, use, timeoutMs, perSecond, url, signed }: SiteScorer): Draft {
  return { name, kind, enabled, use, timeoutMs, perSecond, url, signed, key: undefined };
}

export const same = (a: Draft[], b: Draft[]): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The same list with one moved up (-1) or down (1). */
export function moved(list: Draft[], at: number, by: -1 | 1): Draft[] {
  const next = [...list];
  const [one] = next.splice(at, 1);
  if (one) next.splice(at + by, 0, one);
  return next;
}

/** What can be added: each service once, addresses of one's own as many as fit. */
export function addable(list: Draft[]): Draft[] {
  const has = (name: string): boolean => list.some((one) => one.name === name);
  const blank = {
    enabled: true,
    use: "always",
    timeoutMs: null,
    perSecond: null,
    signed: false,
    key: null,
  } as const;
  let n = 1;
  while (has(n === 1 ? "own" : `own-${n}`)) n += 1;
  const added: Draft[] = [];
  if (!has("perspective")) added.push({ ...blank, name: "perspective", kind: "perspective", url: null });
  if (!has("openai")) added.push({ ...blank, name: "openai", kind: "openai", url: null });
  added.push({ ...blank, name: n === 1 ? "own" : `own-${n}`, kind: "http", url: "" });
  return added;
}
