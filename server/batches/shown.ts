/** A comment as previews and outcomes show it, as JSON: `comments c` joined as SHOWN_FROM says. */
export const SHOWN = `json_build_object('id', c.id, 'version', c.version, 'status', c.status, 'text', left(c.text, 400),
  'reader', json_build_object('id', r.id, 'name', r.name), 'article', json_build_object('title', a.title, 'url', a.url))`;

export const SHOWN_FROM = `join readers r on r.id = c.reader_id left join articles a on a.id = c.article_id`;
