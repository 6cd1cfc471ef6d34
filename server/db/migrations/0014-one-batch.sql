-- What is decided beside a decision is a batch like any other: one id, an item each, one way to take it back.
alter table batches
  -- The decision it was made beside, in its transaction.
  add column beside uuid unique references decisions,
  -- How many more there were than one request decides.
  add column more integer not null default 0;

insert into batches (id, moderator_id, action, reason, note, fingerprint, total, created_at, finished_at, beside, more)
select gen_random_uuid(), d.moderator_id, d.action, d.reason, d.note, '', json_array_length(b.outcomes), d.created_at, d.created_at, d.id, b.left_over
from decided_beside b join decisions d on d.id = b.decision_id;

update batches u set undo_of = b.id from decisions d join batches b on b.beside = d.undo_of where d.id = u.beside;

-- Who was faster was kept as a name; it is found again as the decision that stood then, or as the colleague of that name.
insert into batch_items (batch_id, comment_id, version, undone_id, outcome, decision_id, moderator_id)
select b.id, o.comment_id, coalesce(d.version - 1, stood.version, c.version), d.undo_of, o.outcome, coalesce(d.id, stood.id), colleague.id
from decided_beside s
  join batches b on b.beside = s.decision_id
  cross join lateral (
    select (one ->> 'commentId')::uuid as comment_id, one ->> 'outcome' as outcome, one ->> 'by' as name, (one ->> 'decisionId')::uuid as decision_id
    from json_array_elements(s.outcomes) one) o
  join comments c on c.id = o.comment_id
  left join decisions d on d.id = o.decision_id
  left join lateral (
    select id, version from decisions where comment_id = o.comment_id and created_at <= b.created_at and o.outcome = 'changed'
    order by version desc limit 1) stood on true
  left join lateral (
    select id from moderators where name = o.name and o.outcome = 'claimed' order by created_at limit 1) colleague on true;

drop table decided_beside;

alter table batch_items drop constraint batch_items_outcome_check;
alter table batch_items add constraint batch_items_outcome_check
  check (outcome in ('decided', 'changed', 'claimed', 'appealed', 'not-allowed', 'not-found', 'stopped'));
