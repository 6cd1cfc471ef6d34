/** Everything `render` may write besides text. */
const OURS =
  /<\/?p>|<br>|<\/a>|<a href="(?:https?:)?\/\/[^"<>\s]*" rel="ugc nofollow noopener" target="_blank">/gi;
const ENTITY = /&(?:amp|lt|gt|quot|#39);/g;

/** What in a rendered comment a browser could take for something else than paragraphs, breaks, links and text; empty when all is well. */
export function markupIn(html: string): string[] {
  const opened = html.match(/<a /g)?.length ?? 0;
  const closed = html.match(/<\/a>/g)?.length ?? 0;
  const rest = html.replace(OURS, "").replace(ENTITY, "");
  return [
    ...(rest.match(/[<>"'&]/g) ?? []),
    ...(opened === closed ? [] : [`${opened} links opened, ${closed} closed`]),
  ];
}
