-- The spine: who writes where, what was decided, and what happened. Ids are UUIDv7 made by the application, so they sort by time.

create table sites (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
  name text not null,
  -- Origins (scheme://host[:port]) whose pages may carry comments; '*' allows any.
  allowed_origins text[] not null default '{}',
  -- Only what the owner changed; defaults live in server/sites/settings.ts.
  settings jsonb not null default '{}',
  created_at timestamptz not null default now()
);

create table articles (
  id uuid primary key,
  site_id uuid not null references sites,
  -- The site's own id as 'id:…', else the canonical URL as 'url:…'.
  key text not null,
  url text not null,
  title text,
  section text,
  -- null: as the site says.
  moderation text check (moderation in ('post', 'pre')),
  created_at timestamptz not null default now(),
  unique (site_id, key),
  unique (site_id, id)
);
create index articles_by_url on articles (site_id, url);

create table readers (
  id uuid primary key,
  site_id uuid not null references sites,
  kind text not null check (kind in ('guest', 'member')),
  name text not null,
  email text,
  created_at timestamptz not null default now(),
  unique (site_id, id)
);

create table comments (
  id uuid primary key,
  site_id uuid not null references sites,
  article_id uuid not null,
  reader_id uuid not null,
  parent_id uuid references comments,
  -- The top-level comment above this one; null at the top.
  root_id uuid,
  depth smallint not null default 0,
  text text not null,
  -- Rendered once, when written; thread reads only copy it.
  html text not null,
  language text,
  status text not null default 'pending' check (status in ('pending', 'held', 'approved', 'rejected', 'withdrawn')),
  -- Rises by one with every edit and every decision; a decision names the version it was made on.
  version integer not null default 1,
  -- Rises by one with every edit.
  revision integer not null default 1,
  created_at timestamptz not null default now(),
  edited_at timestamptz,
  -- Since when it waits for a person; null unless held.
  queued_at timestamptz,
  foreign key (site_id, article_id) references articles (site_id, id),
  foreign key (site_id, reader_id) references readers (site_id, id)
);
create index comments_thread on comments (article_id, id) where status = 'approved';
create index comments_under_root on comments (root_id, id) where root_id is not null;
create index comments_replies on comments (parent_id) where parent_id is not null;
create index comments_held on comments (site_id, queued_at, id) where status = 'held';
create index comments_pending on comments (created_at) where status = 'pending';
create index comments_by_reader on comments (reader_id, status);

-- What a comment said before each edit.
create table revisions (
  comment_id uuid not null references comments,
  revision integer not null,
  text text not null,
  created_at timestamptz not null,
  primary key (comment_id, revision)
);

-- One row for each scorer that was asked about a revision: its answer, or why it had none.
create table scores (
  comment_id uuid not null references comments,
  revision integer not null,
  scorer text not null,
  model text,
  model_version text,
  scores jsonb,
  spans jsonb,
  unavailable text,
  created_at timestamptz not null default now(),
  primary key (comment_id, revision, scorer),
  check ((scores is null) <> (unavailable is null))
);

create table moderators (
  id uuid primary key,
  email text not null,
  name text not null,
  role text not null check (role in ('moderator', 'owner')),
  password_hash text not null,
  created_at timestamptz not null default now()
);
create unique index moderators_email on moderators (lower(email));

-- Which sites a moderator may see; an owner sees every site.
create table moderator_sites (
  moderator_id uuid not null references moderators,
  site_id uuid not null references sites,
  primary key (moderator_id, site_id)
);

create table sessions (
  -- SHA-256 of the cookie's token: a read of this table opens no session.
  token_hash bytea primary key,
  moderator_id uuid not null references moderators,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null
);

-- Never edited, only followed by another.
create table decisions (
  id uuid primary key,
  comment_id uuid not null references comments,
  site_id uuid not null references sites,
  revision integer not null,
  action text not null check (action in ('approve', 'hold', 'reject', 'withdraw', 'resubmit', 'undo')),
  status_before text not null,
  status text not null,
  -- The comment's version after this decision. Unique: a version is decided once, whoever races.
  version integer not null,
  queued_at_before timestamptz,
  actor text not null check (actor in ('rules', 'moderator', 'reader')),
  moderator_id uuid references moderators,
  reason text,
  note text,
  -- For rules: every rule that matched, with each condition's value as seen.
  matches jsonb not null default '[]',
  undo_of uuid references decisions,
  created_at timestamptz not null default now(),
  unique (comment_id, version)
);
create index decisions_undo on decisions (undo_of) where undo_of is not null;

-- What happened, in the past tense: the audit log, and the cause of all follow-up work.
create table events (
  id bigint generated always as identity primary key,
  type text not null,
  site_id uuid references sites,
  article_id uuid,
  comment_id uuid,
  -- 'reader/<id>', 'moderator/<id>', 'rules' or 'system'.
  actor text not null,
  data jsonb not null default '{}',
  created_at timestamptz not null default now()
);
create index events_by_comment on events (comment_id, id) where comment_id is not null;
create index events_by_site on events (site_id, id);

-- Events whose follow-up work has not been handed to the queue yet.
create table outbox (event_id bigint primary key references events);

create table idempotency_keys (
  site_id uuid not null references sites,
  key text not null,
  -- SHA-256 of what was asked, so that a key used for something else is refused.
  fingerprint text not null,
  comment_id uuid not null,
  created_at timestamptz not null default now(),
  primary key (site_id, key)
);
create index idempotency_keys_age on idempotency_keys (created_at);

create table webhooks (
  id uuid primary key,
  site_id uuid not null references sites,
  url text not null,
  events text[] not null,
  enabled boolean not null default true,
  -- Newest first; every secret listed signs, so that a rotation loses no delivery.
  secrets jsonb not null,
  created_at timestamptz not null default now(),
  deleted_at timestamptz
);
create index webhooks_by_site on webhooks (site_id) where deleted_at is null;

create table deliveries (
  id uuid primary key,
  webhook_id uuid not null references webhooks,
  event_id bigint not null references events,
  comment_id uuid,
  status text not null default 'pending' check (status in ('pending', 'delivered', 'failed')),
  attempts smallint not null default 0,
  next_attempt_at timestamptz default now(),
  last_status integer,
  last_error text,
  created_at timestamptz not null default now(),
  delivered_at timestamptz,
  unique (webhook_id, event_id)
);
create index deliveries_due on deliveries (next_attempt_at) where status = 'pending';
create index deliveries_in_order on deliveries (webhook_id, comment_id, event_id) where status = 'pending';

-- Secrets the installation makes for itself (signing of readers' tokens), so that every process shares them.
create table installation (
  name text primary key,
  value text not null,
  created_at timestamptz not null default now()
);

-- The audit log and the decisions only grow, whoever asks.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% only grows: % is refused', tg_table_name, lower(tg_op) using errcode = 'insufficient_privilege';
end $$;
create trigger events_only_grow before update or delete or truncate on events
  for each statement execute function refuse_change();
create trigger decisions_only_grow before update or delete or truncate on decisions
  for each statement execute function refuse_change();

-- The application's own role, where the one who migrates may make roles. It owns nothing and cannot change the two tables above.
do $$
begin
  if not exists (select from pg_roles where rolname = 'replydesk_app') then
    begin
      create role replydesk_app nologin;
    exception
      when insufficient_privilege then raise notice 'no right to create the role replydesk_app; the triggers alone keep the audit log';
      -- Another database of this server is being migrated at the same moment.
      when duplicate_object or unique_violation then null;
    end;
  end if;
  if exists (select from pg_roles where rolname = 'replydesk_app') then
    grant select, insert, update, delete on all tables in schema public to replydesk_app;
    revoke update, delete, truncate on events, decisions from replydesk_app;
    grant usage on all sequences in schema public to replydesk_app;
    alter default privileges in schema public grant select, insert, update, delete on tables to replydesk_app;
    alter default privileges in schema public grant usage on sequences to replydesk_app;
  end if;
end $$;
