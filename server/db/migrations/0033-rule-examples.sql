-- Comments that a rule must match, or must not; every version has to keep to them. A stored comment is referred to and read anew each time, so that nothing of
-- one that was withdrawn lives on here.
create table rule_examples (
  id uuid primary key,
  rule_id uuid not null references rules,
  must_match boolean not null,
  comment_id uuid references comments on delete cascade,
  -- A text that was pasted, with its language and the scores it was given then.
  text text,
  language text,
  scorings jsonb,
  moderator_id uuid not null references moderators,
  created_at timestamptz not null,
  check ((comment_id is null) <> (text is null)),
  check ((text is null) = (scorings is null))
);
create index rule_examples_of_rule on rule_examples (rule_id, id);
create index rule_examples_of_comment on rule_examples (comment_id) where comment_id is not null;
