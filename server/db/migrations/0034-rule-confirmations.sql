-- Where a site wants a second person: who asked that a version of a rule be confirmed, and which other owner did. Of that very version.
create table rule_confirmations (
  rule_id uuid not null references rules,
  version integer not null,
  asked_by uuid references moderators,
  asked_at timestamptz,
  confirmed_by uuid references moderators,
  confirmed_at timestamptz,
  primary key (rule_id, version),
  foreign key (rule_id, version) references rule_versions (rule_id, version),
  check ((asked_by is null) = (asked_at is null)),
  check ((confirmed_by is null) = (confirmed_at is null))
);
