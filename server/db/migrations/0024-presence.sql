-- Who has the desk open, and what they read: one row a tab. It ends with its session, or by itself when the tab no longer says that it is there.
create table presence (
  session_id uuid not null references sessions (id) on delete cascade,
  tab uuid not null,
  comment_id uuid references comments,
  expires_at timestamptz not null,
  primary key (session_id, tab)
);
create index presence_by_expiry on presence (expires_at);
