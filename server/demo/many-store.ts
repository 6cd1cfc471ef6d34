import type { Queryable } from "../db/pool.ts";

export interface Size {
  comments: number;
  /** Of those, how many wait. */
  held: number;
}

/**
 * Loads a site with comments of two years made of these texts, two each, in a transaction: one reader in fifty writes half of everything, `held` of the comments wait for a person, a tenth was
 * decided by one, one in a thousand of the held was held by the rule `rare`. Needs the right to pass over triggers: foreign keys are not looked up meanwhile. Indexes are made at the end, as
 * loading them row by row takes ten times as long.
 */
export async function loadComments(
  tx: Queryable,
  siteId: string,
  { comments, held, words, texts }: Size & { words: readonly string[]; texts: readonly string[] },
): Promise<void> {
  const readers = Math.ceil(Math.min(50_000, comments / 20));
  const articles = Math.ceil(Math.min(2_000, comments / 500));
  await tx.query(
    "set local session_replication_role = replica; set local jit = off; set local synchronous_commit = off; set local work_mem = '128MB'; set local maintenance_work_mem = '512MB'; select setseed(0.7)",
  );
  // The words of a comment are those of its two texts, one after the other: they are read once a text and not once a comment.
  await tx.query("create temp table texts (n serial primary key, text text, words tsvector) on commit drop");
  for (let i = 0; i < texts.length; i += 10_000)
    await tx.query(
      "insert into texts (text, words) select t, to_tsvector('simple', t) from unnest($1::text[]) t",
      [texts.slice(i, i + 10_000)],
    );

  const site = `'${siteId}'::uuid`;
  // Ids are of version 7, in order of time.
  const second = (2 * 365 * 86_400) / comments;
  for (const step of [
    `insert into articles (id, site_id, key, url, title, section)
       select gen_random_uuid(), ${site}, 'seed:' || n, 'https://seed.example/' || n, 'Story ' || n, 'section-' || n % 40
       from generate_series(1, ${articles}) n`,
    `insert into readers (id, site_id, kind, name) select gen_random_uuid(), ${site}, 'guest', (array['Ana', 'Ben', 'Cleo', 'Dora', 'Emil'])[1 + n % 5] || ' ' || chr(65 + n % 26) || n
       from generate_series(1, ${readers}) n`,
    `insert into moderators (id, email, name, role, password_hash) select gen_random_uuid(), 'm' || n || '@seed.example', 'Moderator ' || n, 'moderator', '' from generate_series(1, 20) n`,
    `create temp table a on commit drop as select id, row_number() over () - 1 as n from articles where url like 'https://seed.example/%'`,
    `create temp table r on commit drop as select id, row_number() over () - 1 as n from readers where site_id = ${site}`,
    `create temp table m on commit drop as select id, row_number() over () - 1 as n from moderators where email like 'm%@seed.example'`,
    `create unique index on a (n); create unique index on r (n); create unique index on m (n); analyze a; analyze r; analyze m; analyze texts`,
    `create temp table seed on commit drop as
       select encode(set_byte(overlay(uuid_send(rest) placing substring(int8send((extract(epoch from now() + ago) * 1000)::bigint) from 3) from 1 for 6), 6, 112 | (get_byte(uuid_send(rest), 6) & 15)), 'hex')::uuid as id, gen_random_uuid() as decision, date_trunc('milliseconds', now() + ago) as at, n,
         floor(random() * ${articles})::int as a, floor(case when random() < 0.5 then random() / 50 else random() end * ${readers})::int as r,
         1 + floor(random() * ${texts.length})::int as t, 1 + floor(random() * ${texts.length})::int as u, n <= ${held} as held, n between ${held + 1} and ${held} + ${comments} / 20 as rejected,
         n between ${held + 1} and ${held} + ${comments} / 10 as by_person, random() as rule, round((random() ^ 4)::numeric, 4) as score, round(random()::numeric, 4) as part
       from (select row_number() over (order by random()) as n, (at - ${comments}) * interval '1 second' * ${second} as ago, gen_random_uuid() as rest from generate_series(1, ${comments}) at) made`,
    `analyze seed`,
  ])
    await tx.query(step);

  await withoutIndexes(tx, "comments", () =>
    tx.query(
      `insert into comments (id, site_id, article_id, reader_id, text, html, language, status, version, created_at, queued_at, decided_at)
         select s.id, ${site}, a.id, r.id, t.text || '. ' || u.text || '.', '<p>' || t.text || '. ' || u.text || '.</p>', case s.n % 20 when 0 then null when 1 then 'de' else 'en' end,
           case when held then 'held' when rejected then 'rejected' else 'approved' end, 2, s.at, case when held then s.at end, s.at
         from seed s join a on a.n = s.a join r on r.n = s.r join texts t on t.n = s.t join texts u on u.n = s.u order by s.id`,
    ),
  );
  await tx.query(
    `insert into scores (comment_id, revision, scorer, model, model_version, scores, spans)
       select id, 1, 'local', 'made-up', '1', jsonb_build_object('TOXICITY', score, 'SEVERE_TOXICITY', round(score / 3, 4), 'INSULT', round(score * part, 4), 'PROFANITY', round(score / 2, 4),
         'THREAT', round(score * part / 4, 4), 'IDENTITY_ATTACK', round(score / 4, 4)), '[]'
       from seed order by id`,
  );
  await withoutIndexes(tx, "decisions", () =>
    tx.query(
      `insert into decisions (id, comment_id, site_id, revision, action, status_before, status, version, actor, moderator_id, reason, matches, created_at)
         select decision, s.id, ${site}, 1, case when held then 'hold' when rejected then 'reject' else 'approve' end, 'pending',
           case when held then 'held' when rejected then 'rejected' else 'approved' end, 2, case when by_person then 'moderator' else 'rules' end,
           case when by_person then m.id end, case when held then 'It may insult somebody.' when rejected then 'insult' end,
           case when held then jsonb_build_array(jsonb_build_object('rule', case when rule < 0.001 then 'rare' else 'score:INSULT' end, 'name', 'Hold insults', 'version', 1,
             'action', 'hold', 'reason', 'It may insult somebody.', 'conditions', '[]'::jsonb)) else '[]' end, s.at
         from seed s join m on m.n = s.n % 20 order by s.id`,
    ),
  );
  await tx.query(`analyze`);
  // By the application's own view.
  await withoutIndexes(tx, "queue_entries", () =>
    tx.query(
      `insert into queue_entries select * from queue_entries_due where comment_id in (select id from seed)`,
    ),
  );
  await withoutIndexes(tx, "search_entries", () =>
    tx.query(
      `insert into search_entries
         select s.id, ${site}, a.id, s.at, 1, t.words || u.words, k.scores, s.score,
           case when not held then '{}' when rule < 0.001 then array['rare'] else array['score:INSULT'] end
         from seed s join a on a.n = s.a join texts t on t.n = s.t join texts u on u.n = s.u join scores k on k.comment_id = s.id order by s.id`,
    ),
  );
  await withoutIndexes(tx, "search_words", () =>
    tx.query(`insert into search_words select ${site}, unnest($1::text[]) on conflict do nothing`, [words]),
  );
  // No trigger has noted what was loaded.
  await tx.query(
    `insert into queue_changes (site_id, queue, article_id, moderator_id, n)
       select site_id, queue, article_id, moderator_id, count(*) from queue_entries where comment_id in (select id from seed) group by 1, 2, 3, 4`,
  );
  await tx.query(
    `insert into reader_changes (reader_id, approved, held, rejected, summed)
       select r.id, count(*) filter (where not held and not rejected), count(*) filter (where held), count(*) filter (where rejected), true
       from seed s join r on r.n = s.r group by r.id`,
  );
}

/** Loads a table and makes its indexes, but for the keys', afterwards. */
async function withoutIndexes(tx: Queryable, table: string, load: () => Promise<unknown>): Promise<void> {
  const { rows } = await tx.query<{ name: string; definition: string }>(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition from pg_index i
     where indrelid = $1::regclass and not exists (select from pg_constraint c where c.conindid = i.indexrelid and c.contype in ('p', 'u'))`,
    [table],
  );
  for (const { name } of rows) await tx.query(`drop index ${name}`);
  await load();
  for (const { definition } of rows) await tx.query(definition);
}
