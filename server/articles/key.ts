import { AppError } from "../errors.ts";
import type { SiteRow } from "../sites/store.ts";
import type { ArticleRef } from "./contract.ts";

/** Parameters that say where a click came from, not which page it is. */
const TRACKING = /^(utm_[a-z]+|fbclid|gclid|dclid|msclkid|mc_cid|mc_eid|igshid|ref_src|twclid|yclid)$/i;

/** Written out, with its letters by number, an address may be six times as long; an index entry holds 2,700 bytes. */
const LONGEST = 2_000;

/** One address for one page: no fragment, no tracking parameters, sorted query, no trailing slash. Throws AppError("invalid"). */
export function canonicalUrl(address: string): string {
  if (!URL.canParse(address))
    throw new AppError(
      "invalid",
      "The article's address is not a URL. Give it in full, like https://news.example/story.",
    );
  const url = new URL(address);
  url.hash = "";
  url.username = "";
  url.password = "";
  for (const name of [...url.searchParams.keys()]) if (TRACKING.test(name)) url.searchParams.delete(name);
  url.searchParams.sort();
  if (url.pathname.length > 1) url.pathname = url.pathname.replace(/\/+$/, "");
  if (url.href.length > LONGEST)
    throw new AppError(
      "invalid",
      `The article's address is too long: written out it has ${url.href.length} characters, and ${LONGEST} are taken at most. Give the site's own id of the article instead.`,
    );
  return url.href;
}

export const keyOf = (ref: Pick<ArticleRef, "url" | "id">): string =>
  ref.id ? `id:${ref.id}` : `url:${canonicalUrl(ref.url)}`;

const LOOPBACK = /^https?:\/\/(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/;

/**
 * The origins of this server's own pages: the public one; where none is set, the one it was asked by, if that is only ever this
 * machine. Whoever asks chooses the name in the request, so any other proves nothing.
 */
export function ownOrigins(publicUrl: string | null, askedBy: string): string[] {
  if (publicUrl) return [new URL(publicUrl).origin];
  return LOOPBACK.test(askedBy) ? [askedBy] : [];
}

/** Throws AppError("forbidden") unless the site takes comments on pages of this address and from this page's origin. */
export function assertOriginAllowed(
  site: Pick<SiteRow, "name" | "allowedOrigins">,
  articleUrl: string,
  pageOrigin: string | undefined,
  own: string[],
): void {
  if (site.allowedOrigins.includes("*")) return;
  for (const origin of [new URL(articleUrl).origin, pageOrigin]) {
    if (!origin || own.includes(origin) || site.allowedOrigins.includes(origin)) continue;
    throw new AppError(
      "forbidden",
      `${site.name} does not take comments from ${origin}. Its owner can add that address to the site's allowed origins.`,
    );
  }
}
