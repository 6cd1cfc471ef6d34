import type { Queryable } from "../db/pool.ts";
import { SiteSettings } from "../sites/settings.ts";
import { isAlike } from "./alike.ts";
import type { AskedWord } from "./asked.ts";

/** Of sites that have not chosen. */
const DEFAULT_LANGUAGE = SiteSettings.shape.searchLanguage.parse(undefined);

/** The words a search reads, for each word asked. */
export type Widened = Map<string, string[]>;

export type IsThere = (words: string[]) => Promise<boolean>;

/** More forms of one word than this are no longer what was asked. */
const MOST = 60;
/** Words of three letters and more have parts to be found by; below four, too much is written alike. */
const SHORTEST_PART = 3;
const SHORTEST_ALIKE = 4;
/** How alike two words' trigrams are for a closer look; a swap of neighbours in a word of six letters leaves 0.27. */
const SIMILARITY = 0.25;

/**
 * Which of the sites' words each asked one stands for: those of the same stem in the sites' languages and, where none of them has it or `near` says so,
 * longer words that contain it and words written alike. `siteIds` null: every site. `isThere`, where not all comments of the sites may be seen, tells whether
 * one that may be seen has any of these words. Runs in a transaction.
 */
export async function widen(
  tx: Queryable,
  siteIds: string[] | null,
  asked: AskedWord[],
  { near, isThere = null }: { near: boolean; isThere?: IsThere | null },
): Promise<Widened> {
  const widened: Widened = await sameStem(
    tx,
    siteIds,
    asked.map(({ word }) => word),
  );
  for (const { word, part, without } of asked) {
    const forms = widened.get(word) ?? [];
    const known = async (): Promise<boolean> => forms.length > 0 && (isThere === null || isThere(forms));
    if (!part && (without || (!near && (await known())))) continue;
    const found = await partsAndAlike(tx, siteIds, word, part);
    const fitting = found.filter((one) => one.includes(word) || (!part && isAlike(word, one)));
    widened.set(word, [...new Set([...(widened.get(word) ?? []), ...fitting])].slice(0, MOST));
  }
  return widened;
}

/** The asked words themselves, where the sites have them, and their other forms. */
async function sameStem(tx: Queryable, siteIds: string[] | null, words: string[]): Promise<Widened> {
  const { rows } = await tx.query<{ asked: string; found: string[] }>({
    name: "words-of-one-stem",
    text: `with dictionaries as (
        select distinct (coalesce(s.settings ->> 'searchLanguage', $3) || '_stem')::regdictionary as name from sites s
        where ($1::uuid[] is null or s.id = any($1)) and coalesce(s.settings ->> 'searchLanguage', $3) <> 'simple'
      ), stems as (
        select a.word, d.name, stem.lexemes, left(stem.lexemes[1], greatest(length(stem.lexemes[1]) - 1, 3)) as start
        from unnest($2::text[]) a(word), dictionaries d, ts_lexize(d.name, a.word) as stem(lexemes) where stem.lexemes[1] <> ''
      ), found as (
        select s.word as asked, w.word from stems s join search_words w on w.word >= s.start and w.word < s.start || chr(1114111)
        where ($1::uuid[] is null or w.site_id = any($1)) and ts_lexize(s.name, w.word) = s.lexemes
        union
        select w.word, w.word from search_words w where ($1::uuid[] is null or w.site_id = any($1)) and w.word = any($2)
      )
      select asked, (array_agg(word order by word <> asked, length(word), word))[1:${MOST}] as found from found group by asked`,
    values: [siteIds, words, DEFAULT_LANGUAGE],
  });
  return new Map(rows.map(({ asked, found }) => [asked, found]));
}

async function partsAndAlike(
  tx: Queryable,
  siteIds: string[] | null,
  word: string,
  part: boolean,
): Promise<string[]> {
  if (word.length < SHORTEST_PART) return [];
  await tx.query(`set local pg_trgm.similarity_threshold = ${SIMILARITY}`);
  const { rows } = await tx.query<{ word: string }>({
    name: "words-alike",
    text: `(select distinct word, length(word)::real as n from search_words
        where word like '%' || $2 || '%' and ($1::uuid[] is null or site_id = any($1)) order by n, word limit ${MOST})
      union all
      (select distinct word, 1 - similarity(word, $2) as n from search_words
        where word % $2 and not $3 and length($2) >= ${SHORTEST_ALIKE} and ($1::uuid[] is null or site_id = any($1)) order by n, word limit 200)`,
    values: [siteIds, word, part],
  });
  return rows.map((row) => row.word);
}
