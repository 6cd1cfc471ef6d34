import type { ArticleRef } from "../server/articles/contract.ts";

export interface Options {
  /** Where the API is: the origin the script came from. */
  origin: string;
  site: string;
  article: ArticleRef;
  theme: "auto" | "light" | "dark";
  /** What the page says to speak; null: what the page itself is in. */
  language: string | null;
}

function canonicalUrl(): string {
  const link = document.querySelector<HTMLLinkElement>('link[rel="canonical"]');
  return link?.href || location.href.split("#")[0]!;
}

/**
 * Reads what the embedding page says in `data-` attributes: site, article-url, article-id, title, section, theme, lang.
 * Only the site is required; null without it.
 */
export function readOptions(origin: string, data: DOMStringMap): Options | null {
  if (!data.site) return null;
  const theme = data.theme === "light" || data.theme === "dark" ? data.theme : "auto";
  return {
    origin,
    site: data.site,
    theme,
    language: data.lang || null,
    article: {
      url: new URL(data.articleUrl || canonicalUrl(), location.href).href,
      id: data.articleId || undefined,
      title: (data.title || document.title).slice(0, 300) || undefined,
      section: data.section || undefined,
    },
  };
}

/** How the thread is asked for: the site's own id where there is one, else the URL. */
export function articleKey(article: ArticleRef): string {
  return article.id ? `id:${article.id}` : article.url;
}
