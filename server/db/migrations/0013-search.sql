-- Finds words by their parts and by words written alike.
create extension if not exists pg_trgm;

-- What comments are found by, written when they are judged and kept apart from them: posting and deciding write no index of words.
create table search_entries (
  comment_id uuid primary key references comments,
  site_id uuid not null references sites,
  article_id uuid not null,
  -- To the millisecond, as cursors carry it.
  posted_at timestamptz not null,
  revision integer not null,
  -- Every word as it is written; the forms of a word are looked up among search_words when somebody searches.
  words tsvector not null,
  scores jsonb not null,
  top real not null,
  rules text[] not null
) with (autovacuum_vacuum_insert_scale_factor = 0.05, autovacuum_analyze_scale_factor = 0.02);
-- A short list of what is not sorted in yet: it is read at every search.
create index search_entries_words on search_entries using gin (words) with (gin_pending_list_limit = 512);
create index search_entries_rules on search_entries using gin (rules) with (gin_pending_list_limit = 512);
create index search_entries_posted on search_entries (posted_at, comment_id);
create index search_entries_site on search_entries (site_id, posted_at, comment_id);
create index search_entries_article on search_entries (article_id, posted_at, comment_id);

-- The words of a site's comments, to find those of one stem, with one part, or written alike.
create table search_words (
  site_id uuid not null references sites,
  word text collate "C" not null,
  primary key (site_id, word)
);
create index search_words_parts on search_words using gin (word gin_trgm_ops) with (gin_pending_list_limit = 512);

-- What people decided, by whom and when.
create index decisions_by_moderator on decisions (moderator_id, created_at) where actor = 'moderator';
create index decisions_by_people on decisions (site_id, created_at) where actor = 'moderator';

create view search_entries_due as
  select c.id as comment_id, c.site_id, c.article_id, date_trunc('milliseconds', c.created_at) as posted_at, c.revision,
    to_tsvector('simple', regexp_replace(c.text, '[^[:alnum:]]+', ' ', 'g')) as words, f.scores, f.top, f.rules
  from comments c join comment_facets f on f.comment_id = c.id;
