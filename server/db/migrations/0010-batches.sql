-- Many comments decided in one act. Whoever finds one unfinished goes on with it, so it survives the process that began it.
create table batches (
  id uuid primary key,
  moderator_id uuid not null references moderators,
  action text not null check (action in ('approve', 'reject', 'hold', 'undo')),
  reason text,
  note text,
  -- The batch it takes back; each is taken back once.
  undo_of uuid unique references batches,
  -- The client's key: a second request with it is answered with this batch.
  key text,
  fingerprint text not null,
  total integer not null,
  created_at timestamptz not null,
  finished_at timestamptz,
  unique (moderator_id, key)
);
create index batches_unfinished on batches (created_at) where finished_at is null;

-- What a batch is meant for, in the version seen, and what became of each.
create table batch_items (
  batch_id uuid not null references batches,
  comment_id uuid not null,
  version integer not null,
  -- The decision to take back, in a batch that takes another back.
  undone_id uuid references decisions,
  outcome text check (outcome in ('decided', 'changed', 'claimed', 'not-allowed', 'not-found', 'stopped')),
  -- Decided: the decision; changed: the one that was faster.
  decision_id uuid references decisions,
  -- Claimed: by whom.
  moderator_id uuid references moderators,
  primary key (batch_id, comment_id)
);
create index batch_items_to_come on batch_items (batch_id, comment_id) where outcome is null;
