-- Lists of words that a site's rules name. What a list has is in its versions, which are never changed.
create table word_lists (
  id uuid primary key,
  site_id uuid not null references sites,
  -- Never changed: a rule that names banned words would otherwise mean something else.
  kind text not null check (kind in ('banned', 'suspect', 'allowed')),
  version integer not null,
  created_at timestamptz not null default now(),
  deleted_at timestamptz,
  unique (site_id, id)
);
create index word_lists_of_site on word_lists (site_id, id) where deleted_at is null;

create table word_list_versions (
  list_id uuid not null references word_lists,
  version integer not null,
  name text not null,
  -- ISO 639-1; null: asked about comments of every language.
  language text,
  -- One entry a line.
  entries text not null,
  size integer not null,
  note text not null default '',
  moderator_id uuid not null references moderators,
  created_at timestamptz not null default now(),
  primary key (list_id, version)
);
create trigger word_list_versions_only_grow before update or delete or truncate on word_list_versions
  for each statement execute function refuse_change();

alter table word_lists add constraint word_lists_version_exists
  foreign key (id, version) references word_list_versions (list_id, version) deferrable initially deferred;
