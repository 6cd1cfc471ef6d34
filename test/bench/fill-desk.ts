import type pg from "pg";

export interface DeskSize {
  comments: number;
  held: number;
}

/**
 * Fills a migrated database with a site's past by SQL: articles in forty sections, readers of twenty comments each, scores and the rules' decision for what is held.
 * Foreign keys are not looked up while it fills; the queues follow from the comments by the application's own view.
 */
export async function fillDesk(db: pg.Client, { comments, held }: DeskSize): Promise<void> {
  await db.query(`set session_replication_role = replica`);
  await db.query(
    `with site as (
       insert into sites (id, slug, name) values (gen_random_uuid(), 'bench', 'The Bench') returning id
     ), written as (
       insert into articles (id, site_id, key, url, title, section)
       select gen_random_uuid(), site.id, 'story-' || n, 'https://bench.example/story-' || n, 'Story ' || n, 'section-' || n % 40
       from site, generate_series(1, 2000) n
     )
     insert into readers (id, site_id, kind, name) select gen_random_uuid(), site.id, 'guest', 'Reader ' || n from site, generate_series(1, $1::int) n`,
    [Math.max(1, Math.round(comments / 20))],
  );
  await db.query(
    `with a as (select array_agg(id) as ids, site_id from articles where url like 'https://bench.example/%' group by site_id),
       r as (select array_agg(r.id) as ids from readers r join a on a.site_id = r.site_id)
     insert into comments (id, site_id, article_id, reader_id, text, html, language, status, version, created_at, queued_at)
     select gen_random_uuid(), a.site_id, a.ids[1 + n % 2000], r.ids[1 + (n::bigint * 7919) % cardinality(r.ids)],
       text, '<p>' || text || '</p>', case n % 20 when 0 then null when 1 then 'de' else 'en' end,
       case when held then 'held' when n % 11 = 0 then 'rejected' else 'approved' end, 2,
       at, case when held then date_trunc('milliseconds', at) end
     from a, r, generate_series(1, $1::int) n,
       lateral (select n % ($1::int / $2::int) = 0 as held, now() - n * interval '10 seconds' as at,
         'Comment ' || n || ' ' || repeat('says what many said before, and more of it. ', 1 + n % 8) as text) t`,
    [comments, held],
  );
  await db.query(
    `insert into scores (comment_id, revision, scorer, model, model_version, scores, spans)
     select id, 1, 'local', 'bench', '1', jsonb_build_object('TOXICITY', s, 'SEVERE_TOXICITY', s / 3, 'INSULT', round((s * s)::numeric, 4), 'PROFANITY', s / 2,
       'THREAT', s / 5, 'IDENTITY_ATTACK', s / 4), '[]'
     from comments, lateral (select round((('x' || substr(md5(id::text), 1, 7))::bit(28)::int / 268435456.0)::numeric, 4) as s) s where status = 'held'`,
  );
  await db.query(
    `insert into decisions (id, comment_id, site_id, revision, action, status_before, status, version, actor, reason, matches)
     select gen_random_uuid(), id, site_id, 1, 'hold', 'pending', 'held', 2, 'rules', 'It reads as an insult.',
       jsonb_build_array(jsonb_build_object('rule', case when ('x' || substr(md5(id::text), 8, 3))::bit(12)::int < 4 then 'rare' else 'score-insult' end,
         'name', 'Hold insults', 'version', 1, 'action', 'hold', 'reason', 'It reads as an insult.', 'conditions', '[]'::jsonb))
     from comments where status = 'held'`,
  );
  await db.query(`analyze`);
  await db.query(`insert into queue_entries select * from queue_entries_due on conflict do nothing`);
  await db.query(`set session_replication_role = origin`);
  // As autovacuum leaves it a while after a rush.
  await db.query(`vacuum analyze`);
}
