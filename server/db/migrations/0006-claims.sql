-- Who is on which comment. The key lets a comment have one claim and no second, whatever the application does; past its time a claim is nobody's.
create table claims (
  comment_id uuid primary key references comments,
  site_id uuid not null references sites,
  moderator_id uuid not null references moderators,
  claimed_at timestamptz not null,
  expires_at timestamptz not null
);
create index claims_by_moderator on claims (moderator_id);
create index claims_by_expiry on claims (expires_at);

-- Keys of one scope are apart from those of another: 'comments' for posts, 'moderator/<id>' for what that moderator decided.
alter table idempotency_keys add column scope text not null default 'comments';
-- What was decided on comment_id under this key; null for a post.
alter table idempotency_keys add column decision_id uuid;
alter table idempotency_keys drop constraint idempotency_keys_pkey;
alter table idempotency_keys add primary key (site_id, scope, key);
