-- What moderators do about a reader. Whether one is in force follows from its times, so nothing depends on a sweep.
create table sanctions (
  id uuid primary key,
  site_id uuid not null references sites,
  reader_id uuid not null,
  kind text not null check (kind in ('warn', 'mute', 'suspend', 'ban', 'trust')),
  -- What the reader is told.
  words text,
  -- Why, for colleagues.
  reason text,
  moderator_id uuid not null references moderators,
  -- The decision it was made with, which takes it along when it is undone.
  decision_id uuid references decisions,
  -- The client's key of this sanction: a second request with it makes no second one.
  key text,
  starts_at timestamptz not null,
  -- null: until it is lifted.
  ends_at timestamptz,
  lifted_at timestamptz,
  lifted_by uuid references moderators,
  lift_reason text,
  -- When a warned reader said that they had read it.
  acknowledged_at timestamptz,
  -- Set once the log says that its time is over.
  ended_at timestamptz,
  foreign key (site_id, reader_id) references readers (site_id, id),
  unique (moderator_id, key),
  check (ends_at > starts_at)
);
create index sanctions_by_reader on sanctions (reader_id, kind);
create index sanctions_by_decision on sanctions (decision_id) where decision_id is not null;
create index sanctions_to_end on sanctions (ends_at) where ended_at is null and lifted_at is null;

-- By what the same person may be known again: keyed hashes of network address and e-mail, never these themselves. Forgotten after the site's period.
create table reader_traces (
  site_id uuid not null references sites,
  reader_id uuid not null,
  kind text not null check (kind in ('address', 'email')),
  hash bytea not null,
  first_seen_at timestamptz not null,
  last_seen_at timestamptz not null,
  primary key (reader_id, kind, hash),
  foreign key (site_id, reader_id) references readers (site_id, id)
);
create index reader_traces_by_hash on reader_traces (site_id, kind, hash);
create index reader_traces_age on reader_traces (site_id, last_seen_at);

-- Traces by which a ban also stops who comes back under a new name; they end by themselves.
create table banned_traces (
  sanction_id uuid not null references sanctions,
  site_id uuid not null references sites,
  kind text not null check (kind in ('address', 'email')),
  hash bytea not null,
  ends_at timestamptz not null,
  primary key (sanction_id, kind, hash)
);
create index banned_traces_by_hash on banned_traces (site_id, hash);
create index banned_traces_end on banned_traces (ends_at);

-- What became of a reader's other waiting comments, which were to be decided beside one decision, in its transaction.
create table decided_beside (
  decision_id uuid primary key references decisions,
  -- [{commentId, outcome, by, decisionId}]
  outcomes json not null,
  -- How many more waited than one request decides.
  left_over integer not null
);

-- What moderators tell each other about a reader.
create table notes (
  id uuid primary key,
  site_id uuid not null references sites,
  reader_id uuid not null,
  moderator_id uuid not null references moderators,
  text text not null,
  created_at timestamptz not null,
  edited_at timestamptz,
  foreign key (site_id, reader_id) references readers (site_id, id)
);
create index notes_by_reader on notes (reader_id, id);

-- To find readers by the beginning of any of their names' words, and by e-mail.
create index readers_by_name on readers using gin (to_tsvector('simple', name));
create index readers_by_email on readers (site_id, lower(email)) where email is not null;
create index readers_by_site on readers (site_id, id);
