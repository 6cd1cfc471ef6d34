-- What a rule would have done with a site's stored comments. The rows are the list of what is to be done as well: whoever finds one unfinished goes on with it.
create table backtests (
  id uuid primary key,
  site_id uuid not null references sites,
  -- Null: a draft of a rule that has not been saved. With a rule and no version: a draft of its next.
  rule_id uuid references rules,
  version integer,
  definition jsonb not null,
  -- Comments posted from then; null: all.
  posted_from timestamptz,
  posted_to timestamptz not null,
  -- Chooses the random sample.
  seed integer not null,
  status text not null default 'waiting' check (status in ('waiting', 'running', 'finished', 'cancelled', 'failed')),
  seen integer not null default 0,
  total integer not null default 0,
  tries smallint not null default 0,
  -- When the process that runs it last said so.
  beat_at timestamptz,
  result jsonb,
  moderator_id uuid not null references moderators,
  created_at timestamptz not null,
  finished_at timestamptz,
  foreign key (rule_id, version) references rule_versions (rule_id, version),
  check ((status = 'finished') = (result is not null))
);
create index backtests_of_site on backtests (site_id, id);
create index backtests_of_version on backtests (rule_id, version) where status = 'finished';
create index backtests_unfinished on backtests (created_at) where status in ('waiting', 'running');
