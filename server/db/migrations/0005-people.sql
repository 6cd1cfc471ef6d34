-- People: their sessions, their two-step sign-in, and invitations.

-- Deactivated, never deleted: the audit log names them.
alter table moderators add column deactivated_at timestamptz;
alter table moderators add column last_seen_at timestamptz;

alter table sessions add column id uuid not null default gen_random_uuid();
-- Such as 'Firefox on Linux': what the owner of the session knows it by.
alter table sessions add column device text not null default 'An unknown device';
alter table sessions add column last_seen_at timestamptz not null default now();
create unique index sessions_id on sessions (id);
create index sessions_of_moderator on sessions (moderator_id);

-- Two-step sign-in by time-based codes (RFC 6238).
create table totp (
  moderator_id uuid primary key references moderators,
  -- Sealed, see server/seal.ts: a copy of this table makes no codes.
  secret text not null,
  -- null until a first code has confirmed it; only then is a code asked for.
  confirmed_at timestamptz,
  -- The time step of the last code taken: each code counts once.
  last_step bigint not null default 0,
  created_at timestamptz not null default now()
);

-- SHA-256 of codes that each stand in once for a lost phone.
create table recovery_codes (
  moderator_id uuid not null references moderators,
  code_hash bytea not null,
  primary key (moderator_id, code_hash)
);

create table invitations (
  id uuid primary key,
  -- SHA-256 of the link's token: a read of this table opens no door.
  token_hash bytea not null unique,
  email text not null,
  name text not null,
  role text not null check (role in ('moderator', 'owner')),
  site_ids uuid[] not null,
  invited_by uuid not null references moderators,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null
);
create unique index invitations_email on invitations (lower(email));
