-- A rule that rejects far more than its back-test said holds instead, until an owner has looked: when, of which version, and the numbers.
alter table rules add column tripped jsonb;
-- Since when it has been used as it is; the breaker counts from then.
alter table rules add column mode_set_at timestamptz not null default now();
