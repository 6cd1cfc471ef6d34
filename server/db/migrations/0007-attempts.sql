-- Wrong passwords and codes, counted by all servers together. A row counts until its time is over.
create table attempts (
  -- SHA-256 of what is counted for, such as an address and an e-mail: the table names neither.
  key bytea primary key,
  tries integer not null,
  until timestamptz not null
);
create index attempts_by_time on attempts (until);
