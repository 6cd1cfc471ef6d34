import type pg from "pg";
import { DEMO_COMMENTS } from "../../server/demo/comments.ts";

/** What a seeded database has. */
export interface Seeded {
  comments: number;
  /** Of those, how many wait. */
  held: number;
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
 * Fills an empty, migrated database as two years of a site would: one reader in fifty writes half of everything, a word of rank r is 1 / r as common (Zipf), a tenth
 * waits for a person, a tenth was decided by one. Indexes of words are made at the end, as loading them row by row takes ten times as long.
 */
export async function seedComments(db: pg.Client, siteId: string, comments: number): Promise<Seeded> {
  const random = numbers(7);
  const words = rankedWords();
  // Even on a logarithmic scale: as many of ranks 1 to 10 as of 1,000 to 10,000.
  const word = (): string => words[Math.floor(words.length ** random()) - 1] as string;
  const texts = Array.from({ length: TEXTS }, () =>
    Array.from({ length: 5 + Math.floor(25 * random()) }, word).join(" "),
  );
  // Foreign keys are not looked up while it fills.
  await db.query(
    "set session_replication_role = replica; set jit = off; set synchronous_commit = off; select setseed(0.7)",
  );
  await db.query("create temp table texts (n serial primary key, text text)");
  for (let i = 0; i < texts.length; i += 10_000)
    await db.query("insert into texts (text) select unnest($1::text[])", [texts.slice(i, i + 10_000)]);

  const site = `'${siteId}'::uuid`;
  const steps = [
    `insert into articles (id, site_id, key, url, title, section)
       select gen_random_uuid(), ${site}, 'bench:' || n, 'https://bench.example/' || n, 'Story ' || n, (array['news', 'sport', 'culture'])[1 + n % 3]
       from generate_series(1, ${ARTICLES}) n`,
    `insert into readers (id, site_id, kind, name) select gen_random_uuid(), ${site}, 'guest', (array['Ana', 'Ben', 'Cleo', 'Dora', 'Emil'])[1 + n % 5] || ' ' || chr(65 + n % 26) || n
       from generate_series(1, ${READERS}) n`,
    `insert into moderators (id, email, name, role, password_hash) select gen_random_uuid(), 'm' || n || '@bench.example', 'Moderator ' || n, 'moderator', '' from generate_series(1, 20) n`,
    `create temp table a as select id, row_number() over () - 1 as n from articles`,
    `create temp table r as select id, row_number() over () - 1 as n from readers`,
    `create temp table m as select id, row_number() over () - 1 as n from moderators where role = 'moderator'`,
    `create unique index on a (n); create unique index on r (n); create unique index on m (n); analyze a; analyze r; analyze m; analyze texts`,
    `create temp table seed as
       select n, uuidv7((n - ${comments}) * interval '1 second' * ${(2 * 365 * 86_400) / comments}) as id,
         date_trunc('milliseconds', now() + (n - ${comments}) * interval '1 second' * ${(2 * 365 * 86_400) / comments}) as at,
         floor(random() * ${ARTICLES})::int as a, floor(case when random() < 0.5 then random() / 50 else random() end * ${READERS})::int as r,
         1 + floor(random() * ${TEXTS})::int as t, 1 + floor(random() * ${TEXTS})::int as u, random() as luck, random() ^ 4 as score
       from generate_series(1, ${comments}) n`,
    `insert into comments (id, site_id, article_id, reader_id, text, html, language, status, version, created_at, queued_at)
       select s.id, ${site}, a.id, r.id, t.text || '. ' || u.text || '.', '<p></p>', 'en',
         case when luck < 0.1 then 'held' when luck < 0.15 then 'rejected' else 'approved' end, 2, s.at, case when luck < 0.1 then s.at end
       from seed s join a on a.n = s.a join r on r.n = s.r join texts t on t.n = s.t join texts u on u.n = s.u order by s.n`,
    `insert into scores (comment_id, revision, scorer, model, model_version, scores)
       select id, 1, 'local', 'bench', '1', jsonb_build_object('TOXICITY', round(score::numeric, 4), 'INSULT', round((score * random())::numeric, 4), 'THREAT', round((score * random() / 4)::numeric, 4))
       from seed order by n`,
    `insert into decisions (id, comment_id, site_id, revision, action, status_before, status, version, actor, moderator_id, reason, matches, created_at)
       select gen_random_uuid(), s.id, ${site}, 1, case when luck < 0.1 then 'hold' when luck < 0.15 then 'reject' else 'approve' end, 'pending',
         case when luck < 0.1 then 'held' when luck < 0.15 then 'rejected' else 'approved' end, 2, case when luck between 0.1 and 0.2 then 'moderator' else 'rules' end,
         case when luck between 0.1 and 0.2 then m.id end, case when luck < 0.1 then 'It may insult somebody.' when luck < 0.15 then 'insult' end,
         case when luck < 0.1 then '[{"rule": "score:INSULT", "name": "Hold insults", "version": 1, "action": "hold", "reason": "It may insult somebody.", "conditions": []}]'::jsonb else '[]'::jsonb end, s.at
       from seed s join m on m.n = s.n % 20 order by s.n`,
    `analyze`,
  ];
  for (const step of steps) await db.query(step);
  const held = await db.query<{ n: number }>(`select count(*)::int as n from seed where luck < 0.1`);
  await db.query(`insert into queue_entries select * from queue_entries_due`);
  await withoutIndexes(db, "search_entries", async () => {
    await db.query(
      `insert into search_entries
         select s.id, ${site}, a.id, s.at, 1, to_tsvector('simple', regexp_replace(c.text, '[^[:alnum:]]+', ' ', 'g')), k.scores, s.score,
           case when luck < 0.1 then array['score:INSULT'] else '{}' end
         from seed s join a on a.n = s.a join comments c on c.id = s.id join scores k on k.comment_id = s.id order by s.n`,
    );
  });
  await withoutIndexes(db, "search_words", () =>
    db.query(`insert into search_words select ${site}, unnest($1::text[])`, [words]),
  );
  await db.query(`vacuum analyze`);
  return { comments, held: held.rows[0]?.n ?? 0, words };
}

/** Loads a table and makes its indexes, but for the key's, afterwards. */
async function withoutIndexes(db: pg.Client, table: string, load: () => Promise<unknown>): Promise<void> {
  const { rows } = await db.query<{ name: string; definition: string }>(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition from pg_index where indrelid = $1::regclass and not indisprimary`,
    [table],
  );
  for (const { name } of rows) await db.query(`drop index ${name}`);
  await load();
  await db.query(`set maintenance_work_mem = '256MB'`);
  for (const { definition } of rows) await db.query(definition);
}
