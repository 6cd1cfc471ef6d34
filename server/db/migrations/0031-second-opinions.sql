-- How many moderators judge a sample, each without knowing of the other.
alter table samples add column judges smallint not null default 1 check (judges in (1, 2));

-- A sample waits until it has its verdicts; `moderator_id` is whose is the first. Where that one refused the comment, the second still judges it.
create or replace view queue_membership as
  select c.id as comment_id, 'held'::text as queue, c.queued_at as since, null::uuid as moderator_id
    from comments c
    where c.status = 'held' and not exists (select from escalations e where e.comment_id = c.id and e.ended is null)
  union all
  select c.id, 'reported', r.since, null
    from (select comment_id, min(queued_at) as since from reports where closed_at is null group by comment_id) r
    join comments c on c.id = r.comment_id
    where c.status = 'approved' and r.since is not null
      and not exists (select from escalations e where e.comment_id = c.id and e.ended is null)
  union all
  select c.id, 'appealed', a.created_at, a.contested_by
    from appeals a join comments c on c.id = a.comment_id
    where a.outcome is null and c.status = 'rejected'
  union all
  select c.id, 'sample', s.created_at, j.moderator_id
    from samples s join comments c on c.id = s.comment_id and c.revision = s.revision
    cross join lateral (
      select count(*) as given, (array_agg(moderator_id))[1] as moderator_id, coalesce(bool_or(verdict = 'reject'), false) as refused
      from judgements where comment_id = s.comment_id and revision = s.revision and appeal_id is null) j
    where j.given < s.judges and (c.status = 'approved' or c.status = 'rejected' and j.refused
      and not exists (select from appeals a where a.comment_id = c.id and a.outcome is null))
  union all
  select c.id, 'escalated', e.created_at, e.moderator_id
    from escalations e join comments c on c.id = e.comment_id
    where e.ended is null and c.status in ('held', 'approved');
