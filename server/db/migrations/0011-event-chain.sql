-- The audit log's chain: who changes, removes or adds an event afterwards breaks it there.

-- hash is SHA-256 of the hash before and the event; see server/events/chain.ts. No foreign key: a removed event is to be seen, not prevented twice.
create table event_chain (
  event_id bigint primary key,
  hash bytea not null check (length(hash) = 32)
);
create trigger event_chain_only_grows before update or delete or truncate on event_chain
  for each statement execute function refuse_change();

-- What each check of the whole chain found.
create table chain_checks (
  id bigint generated always as identity primary key,
  -- How far it looked, and how that ends: compared with what was written down elsewhere, it shows whether the end was cut off.
  event_id bigint not null,
  hash bytea,
  events bigint not null,
  -- The first event that is not as it was; null: all are.
  broken_at bigint,
  problem text,
  checked_at timestamptz not null default now()
);
create trigger chain_checks_only_grow before update or delete or truncate on chain_checks
  for each statement execute function refuse_change();

do $$
begin
  if exists (select from pg_roles where rolname = 'replydesk_app') then
    revoke update, delete, truncate on event_chain, chain_checks from replydesk_app;
  end if;
end $$;

-- What the log is searched by. Posts and rules' decisions, nearly all events, are in none of the first three.
create index events_by_person on events (actor, id) where actor like 'moderator/%';
create index events_by_type on events (type, id)
  where type not in ('comment.posted', 'comment.approved', 'comment.held', 'comment.rejected');
create index events_by_reader on events ((data->>'readerId'), id) where data ? 'readerId';
create index events_by_time on events using brin (created_at) with (pages_per_range = 32);
