import { linkifyit } from "linkify-it";

const ESCAPES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (c) => ESCAPES[c] as string);
}

const linkify = linkifyit({ fuzzyLink: true, fuzzyIP: false, fuzzyEmail: false, maxLength: 2_000 });

export interface Link {
  start: number;
  end: number;
  url: string;
}

/** Web addresses in a text, bare domains (`www.spam.example`, `spam.com/x`) too. Offsets in UTF-16 units. */
export function findLinks(text: string): Link[] {
  // Every address has a dot or a colon; most comments' dots end sentences, so ask the cheap question first.
  if (!/\S[.:]\S/.test(text)) return [];
  const links: Link[] = [];
  for (const m of linkify.match(text) ?? []) {
    if (m.schema === "mailto:") continue;
    links.push({ start: m.index, end: m.lastIndex, url: m.url });
  }
  return links;
}

/**
 * A comment's text as HTML that is safe to insert: everything escaped, blank lines make paragraphs, single line ends make
 * breaks, addresses become links that carry no weight with search engines.
 */
export function render(text: string): string {
  let html = "";
  let at = 0;
  for (const link of findLinks(text)) {
    if (!/^(https?:)?\/\//i.test(link.url)) continue;
    html += escapeHtml(text.slice(at, link.start));
    html += `<a href="${escapeHtml(link.url)}" rel="ugc nofollow noopener" target="_blank">${escapeHtml(text.slice(link.start, link.end))}</a>`;
    at = link.end;
  }
  html += escapeHtml(text.slice(at));
  return html
    .trim()
    .replace(/\r\n?/g, "\n")
    .split(/\n\s*\n/)
    .map((paragraph) => `<p>${paragraph.trim().replace(/\n/g, "<br>")}</p>`)
    .join("");
}
