import type { Queryable } from "../db/pool.ts";
import { IS_STOPPED } from "../sanctions/stop-store.ts";
import type { Traces } from "../traces/trace.ts";

/** One comment to store, with what it may bring along: its article and its reader, when they are new. */
export interface NewComment {
  id: string;
  siteId: string;
  articleId: string;
  article: { key: string; url: string; title: string | null; section: string | null } | null;
  readerId: string;
  reader: { name: string; email: string | null } | null;
  /** Since when the reader is known; null: they are new. */
  readerSince: Date | null;
  parentId: string | null;
  maxDepth: number;
  text: string;
  html: string;
  key: string | null;
  fingerprint: string | null;
  /** By what its reader may be known again. */
  traces: Traces;
}

/**
 * Stores many comments in one statement, which is one transaction: comments, the articles and guests that are new, idempotency
 * keys, audit rows, outbox rows and the relay's wake-up, all or nothing. Answers, by id, those stored and when; a comment is left
 * out when its key was used before, its parent is not a public comment of the same article or its reader may not write.
 */
export async function insertComments(db: Queryable, comments: NewComment[]): Promise<Map<string, Date>> {
  const { rows } = await db.query<{ id: string; createdAt: Date }>({
    name: "insert-comments",
    text: `with input as (
        select * from json_to_recordset($1::json) as i(
          id uuid, "siteId" uuid, "articleId" uuid, article json, "readerId" uuid, reader json, "readerSince" timestamptz, "parentId" uuid,
          "maxDepth" smallint, text text, html text, key text, fingerprint text, traces json)
      ), valid as (
        select i.*, coalesce(p.root_id, p.id) as root_id, least(coalesce(p.depth + 1, 0), i."maxDepth") as depth
        from input i left join comments p
          on p.id = i."parentId" and p.site_id = i."siteId" and p.article_id = i."articleId" and p.status = 'approved'
        where (i."parentId" is null or p.id is not null) and not ${IS_STOPPED}
      ), keyed as (
        insert into idempotency_keys (site_id, key, fingerprint, comment_id)
        -- In one order everywhere, so that two batches with the same keys wait for each other in turn and not in a circle.
        select "siteId", key, fingerprint, id from valid where key is not null order by "siteId", key
        on conflict do nothing returning comment_id
      ), fresh as (
        select * from valid where key is null or id in (select comment_id from keyed)
      ), new_articles as (
        insert into articles (id, site_id, key, url, title, section)
        select distinct on ("articleId") "articleId", "siteId", article->>'key', article->>'url', article->>'title', article->>'section'
        from fresh where article is not null order by "articleId"
        on conflict do nothing
      ), new_readers as (
        insert into readers (id, site_id, kind, name, email)
        select "readerId", "siteId", 'guest', reader->>'name', reader->>'email' from fresh where reader is not null
      ), traced as (
        insert into reader_traces (site_id, reader_id, kind, hash, first_seen_at, last_seen_at)
        select distinct on ("readerId", t.key, t.value) "siteId", "readerId", t.key, decode(t.value, 'hex'), now(), now()
        from fresh, json_each_text(traces) t where t.value is not null order by "readerId", t.key, t.value
        -- Right to an hour, which saves a write for most comments.
        on conflict (reader_id, kind, hash) do update set last_seen_at = excluded.last_seen_at
          where reader_traces.last_seen_at < now() - interval '1 hour'
      ), stored as (
        insert into comments (id, site_id, article_id, reader_id, parent_id, root_id, depth, text, html)
        select id, "siteId", "articleId", "readerId", "parentId", root_id, depth, text, html from fresh
        returning id, site_id, article_id, reader_id, created_at
      ), audit as (
        insert into events (type, site_id, article_id, comment_id, actor)
        select 'comment.posted', site_id, article_id, id, 'reader/' || reader_id from stored
        returning id
      ), pending as (
        insert into outbox (event_id) select id from audit returning event_id
      )
      select id, created_at as "createdAt", (select pg_notify('outbox', '') from pending limit 1) from stored`,
    values: [JSON.stringify(comments)],
  });
  return new Map(rows.map((row) => [row.id, row.createdAt]));
}
