-- Rules of a site's own. What a rule says is in its versions, which are never changed; how it is used is here.
create table rules (
  id uuid primary key,
  site_id uuid not null references sites,
  version integer not null,
  mode text not null default 'off' check (mode in ('off', 'shadow', 'canary', 'live')),
  -- The share of the comments a canary decides on, in percent.
  canary_percent integer not null default 10 check (canary_percent between 1 and 99),
  created_at timestamptz not null default now(),
  deleted_at timestamptz,
  unique (site_id, id)
);
create index rules_of_site on rules (site_id, id) where deleted_at is null;

create table rule_versions (
  rule_id uuid not null references rules,
  version integer not null,
  definition jsonb not null,
  note text not null default '',
  restored_from integer,
  moderator_id uuid not null references moderators,
  created_at timestamptz not null default now(),
  primary key (rule_id, version)
);
create trigger rule_versions_only_grow before update or delete or truncate on rule_versions
  for each statement execute function refuse_change();

alter table rules add constraint rules_version_exists
  foreign key (id, version) references rule_versions (rule_id, version) deferrable initially deferred;

-- Every match of a site's own rules, live or not: the base of shadow, breaker, undo and figures. One a revision.
create table rule_matches (
  rule_id uuid not null references rules,
  version integer not null,
  comment_id uuid not null references comments,
  revision integer not null,
  -- Whether it had a say: false as a shadow, and for what a canary left alone.
  live boolean not null,
  action text not null check (action in ('approve', 'hold', 'reject', 'tag')),
  tags text[] not null default '{}',
  -- What it saw, where the decision does not keep it: of matches without a say.
  match jsonb,
  decision_id uuid not null references decisions,
  created_at timestamptz not null,
  primary key (rule_id, version, comment_id, revision)
);
create index rule_matches_by_time on rule_matches (rule_id, version, created_at);
create index rule_matches_of_comment on rule_matches (comment_id);

-- What the rules were told of the comment, as it was then, but for scores and text, which are kept anyway.
alter table decisions add column facts jsonb;
