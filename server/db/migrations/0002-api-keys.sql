-- Keys by which a site's own programs ask for scores, and what they say a text should have scored.

create table api_keys (
  id uuid primary key,
  site_id uuid not null references sites,
  name text not null,
  -- SHA-256 of the key: a read of this table lets nobody in.
  key_hash bytea not null unique,
  -- The key's last four characters, by which its owner knows it again.
  ending text not null,
  queries_a_minute integer not null,
  created_at timestamptz not null default now(),
  last_used_at timestamptz,
  revoked_at timestamptz
);
create index api_keys_by_site on api_keys (site_id) where revoked_at is null;

create table score_suggestions (
  id uuid primary key,
  site_id uuid not null references sites,
  text text not null,
  scores jsonb not null,
  languages text[] not null,
  community_id text,
  client_token text,
  created_at timestamptz not null default now()
);
create index score_suggestions_by_site on score_suggestions (site_id, id);
