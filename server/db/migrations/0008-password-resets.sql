-- Links by which somebody who forgot their password chooses a new one; one each, the latest.
create table password_resets (
  moderator_id uuid primary key references moderators,
  -- SHA-256 of the link's token: a read of this table opens no door.
  token_hash bytea not null unique,
  made_by uuid not null references moderators,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null
);
