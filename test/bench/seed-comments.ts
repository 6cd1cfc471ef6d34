import type pg from "pg";
import { DEMO_COMMENTS } from "../../server/demo/comments.ts";

export interface Size {
  comments: number;
  /** Of those, how many wait. */
  held: number;
}

/** What a seeded database has. */
export interface Seeded {
  /** All words, the commonest first. */
  words: string[];
}

/** Words of the language, and texts of which two make a comment. */
const WORDS = 60_000;
const TEXTS = 50_000;
const READERS = 50_000;
const ARTICLES = 2_000;

const SYLLABLES = [
  "ba",
  "den",
  "kor",
  "lin",
  "mo",
  "ras",
  "ter",
  "vel",
  "gon",
  "shi",
  "tan",
  "pre",
  "lo",
  "mar",
  "ek",
  "sul",
];

/** A word for every number: the demo's own, then made-up ones that get longer as they get rarer, as words do. */
function wordOf(rank: number, own: readonly string[]): string {
  if (rank < own.length) return own[rank] as string;
  let word = "";
  for (let n = rank; n > 0; n = Math.floor(n / SYLLABLES.length)) word += SYLLABLES[n % SYLLABLES.length];
  return word;
}

/** The words of the language, the commonest first. */
export function rankedWords(): string[] {
  const own = [...new Set(DEMO_COMMENTS.flatMap(({ text }) => text.toLowerCase().match(/[a-z]{3,}/g) ?? []))];
  return [...new Set(Array.from({ length: WORDS }, (_, rank) => wordOf(rank, own)))];
}

/** Numbers from 0 to 1 that are the same in every run (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * Fills an empty, migrated database as two years of a site would, by SQL alone: one reader in fifty writes half of everything, a word of rank r is 1 / r as common
 * (Zipf), `held` of the comments wait for a person, a tenth was decided by one, one in a thousand of the held was held by the rule `rare`. Needs a
 * superuser: foreign keys are not looked up meanwhile. Indexes are made at the end, as loading them row by row takes ten times as long.
 */
export async function seedComments(db: pg.Client, siteId: string, { comments, held }: Size): Promise<Seeded> {
  const random = numbers(7);
  const words = rankedWords();
  // Even on a logarithmic scale: as many of ranks 1 to 10 as of 1,000 to 10,000.
  const word = (): string => words[Math.floor(words.length ** random()) - 1] as string;
  const texts = Array.from({ length: TEXTS }, () =>
    Array.from({ length: 5 + Math.floor(25 * random()) }, word).join(" "),
  );
  await db.query(
    "set session_replication_role = replica; set jit = off; set synchronous_commit = off; set work_mem = '128MB'; set maintenance_work_mem = '512MB'; select setseed(0.7)",
  );
  // The words of a comment are those of its two texts, one after the other: they are read once a text and not once a comment.
  await db.query("create temp table texts (n serial primary key, text text, words tsvector)");
  for (let i = 0; i < texts.length; i += 10_000)
    await db.query(
      "insert into texts (text, words) select t, to_tsvector('simple', t) from unnest($1::text[]) t",
      [texts.slice(i, i + 10_000)],
    );

  const site = `'${siteId}'::uuid`;
  const second = (2 * 365 * 86_400) / comments;
  for (const step of [
    `insert into articles (id, site_id, key, url, title, section)
       select gen_random_uuid(), ${site}, 'bench:' || n, 'https://bench.example/' || n, 'Story ' || n, 'section-' || n % 40
       from generate_series(1, ${ARTICLES}) n`,
    `insert into readers (id, site_id, kind, name) select gen_random_uuid(), ${site}, 'guest', (array['Ana', 'Ben', 'Cleo', 'Dora', 'Emil'])[1 + n % 5] || ' ' || chr(65 + n % 26) || n
       from generate_series(1, ${READERS}) n`,
    `insert into moderators (id, email, name, role, password_hash) select gen_random_uuid(), 'm' || n || '@bench.example', 'Moderator ' || n, 'moderator', '' from generate_series(1, 20) n`,
    `create temp table a as select id, row_number() over () - 1 as n from articles where url like 'https://bench.example/%'`,
    `create temp table r as select id, row_number() over () - 1 as n from readers where site_id = ${site}`,
    `create temp table m as select id, row_number() over () - 1 as n from moderators where role = 'moderator'`,
    `create unique index on a (n); create unique index on r (n); create unique index on m (n); analyze a; analyze r; analyze m; analyze texts`,
    `create temp table seed as
       select uuidv7(ago) as id, gen_random_uuid() as decision, date_trunc('milliseconds', now() + ago) as at, n,
         floor(random() * ${ARTICLES})::int as a, floor(case when random() < 0.5 then random() / 50 else random() end * ${READERS})::int as r,
         1 + floor(random() * ${TEXTS})::int as t, 1 + floor(random() * ${TEXTS})::int as u, n <= ${held} as held, n between ${held + 1} and ${held} + ${comments} / 20 as rejected,
         n between ${held + 1} and ${held} + ${comments} / 10 as by_person, random() as rule, round((random() ^ 4)::numeric, 4) as score, round(random()::numeric, 4) as part
       from (select row_number() over (order by random()) as n, (at - ${comments}) * interval '1 second' * ${second} as ago from generate_series(1, ${comments}) at) made`,
    `analyze seed`,
  ])
    await db.query(step);

  await withoutIndexes(db, "comments", () =>
    db.query(
      `insert into comments (id, site_id, article_id, reader_id, text, html, language, status, version, created_at, queued_at)
         select s.id, ${site}, a.id, r.id, t.text || '. ' || u.text || '.', '<p>' || t.text || '. ' || u.text || '.</p>', case s.n % 20 when 0 then null when 1 then 'de' else 'en' end,
           case when held then 'held' when rejected then 'rejected' else 'approved' end, 2, s.at, case when held then s.at end
         from seed s join a on a.n = s.a join r on r.n = s.r join texts t on t.n = s.t join texts u on u.n = s.u order by s.id`,
    ),
  );
  await db.query(
    `insert into scores (comment_id, revision, scorer, model, model_version, scores, spans)
       select id, 1, 'local', 'bench', '1', jsonb_build_object('TOXICITY', score, 'SEVERE_TOXICITY', round(score / 3, 4), 'INSULT', round(score * part, 4), 'PROFANITY', round(score / 2, 4),
         'THREAT', round(score * part / 4, 4), 'IDENTITY_ATTACK', round(score / 4, 4)), '[]'
       from seed order by id`,
  );
  await withoutIndexes(db, "decisions", () =>
    db.query(
      `insert into decisions (id, comment_id, site_id, revision, action, status_before, status, version, actor, moderator_id, reason, matches, created_at)
         select decision, s.id, ${site}, 1, case when held then 'hold' when rejected then 'reject' else 'approve' end, 'pending',
           case when held then 'held' when rejected then 'rejected' else 'approved' end, 2, case when by_person then 'moderator' else 'rules' end,
           case when by_person then m.id end, case when held then 'It may insult somebody.' when rejected then 'insult' end,
           case when held then jsonb_build_array(jsonb_build_object('rule', case when rule < 0.001 then 'rare' else 'score:INSULT' end, 'name', 'Hold insults', 'version', 1,
             'action', 'hold', 'reason', 'It may insult somebody.', 'conditions', '[]'::jsonb)) else '[]' end, s.at
         from seed s join m on m.n = s.n % 20 order by s.id`,
    ),
  );
  await db.query(`analyze`);
  // By the application's own view.
  await withoutIndexes(db, "queue_entries", () =>
    db.query(`insert into queue_entries select * from queue_entries_due`),
  );
  await withoutIndexes(db, "search_entries", () =>
    db.query(
      `insert into search_entries
         select s.id, ${site}, a.id, s.at, 1, t.words || u.words, k.scores, s.score,
           case when not held then '{}' when rule < 0.001 then array['rare'] else array['score:INSULT'] end
         from seed s join a on a.n = s.a join texts t on t.n = s.t join texts u on u.n = s.u join scores k on k.comment_id = s.id order by s.id`,
    ),
  );
  await withoutIndexes(db, "search_words", () =>
    db.query(`insert into search_words select ${site}, unnest($1::text[])`, [words]),
  );
  await db.query(`set session_replication_role = origin`);
  // As autovacuum leaves it a while after a rush.
  await db.query(`vacuum analyze`);
  return { words };
}

/** Loads a table and makes its indexes, but for the keys', afterwards. */
async function withoutIndexes(db: pg.Client, table: string, load: () => Promise<unknown>): Promise<void> {
  const { rows } = await db.query<{ name: string; definition: string }>(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition from pg_index i
     where indrelid = $1::regclass and not exists (select from pg_constraint c where c.conindid = i.indexrelid and c.contype in ('p', 'u'))`,
    [table],
  );
  for (const { name } of rows) await db.query(`drop index ${name}`);
  await load();
  for (const { definition } of rows) await db.query(definition);
}
