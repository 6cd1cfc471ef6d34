import { AppError } from "../errors.ts";
import type { SiteRow } from "../sites/store.ts";
import type { ArticleRef } from "./contract.ts";

/** Parameters that say where a click came from, not which page it is. */
const TRACKING = /^(utm_[a-z]+|fbclid|gclid|dclid|msclkid|mc_cid|mc_eid|igshid|ref_src|twclid|yclid)$/i;

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
  return url.href;
}

export const keyOf = (ref: Pick<ArticleRef, "url" | "id">): string =>
  ref.id ? `id:${ref.id}` : `url:${canonicalUrl(ref.url)}`;

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
