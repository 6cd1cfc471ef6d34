-- By how many a reader's approved, held and rejected comments grew or shrank: the sum is how many there are. The database adds a row whenever a comment comes to
-- one of these statuses or leaves it, whoever does that; no row is ever changed, so that nobody waits for a reader. Workers put those of one reader together.
create table reader_changes (
  id bigint generated always as identity primary key,
  reader_id uuid not null,
  approved integer not null,
  held integer not null,
  rejected integer not null,
  -- It is what others came to.
  summed boolean not null default false
) with (autovacuum_vacuum_scale_factor = 0.1, autovacuum_analyze_scale_factor = 0.1);

create function note_reader_change() returns trigger language plpgsql as $$
begin
  insert into reader_changes (reader_id, approved, held, rejected) values (coalesce(new.reader_id, old.reader_id),
    coalesce((new.status = 'approved')::int, 0) - coalesce((old.status = 'approved')::int, 0),
    coalesce((new.status = 'held')::int, 0) - coalesce((old.status = 'held')::int, 0),
    coalesce((new.status = 'rejected')::int, 0) - coalesce((old.status = 'rejected')::int, 0));
  return null;
end $$;
-- Comments come in pending, and nothing is called for those.
create trigger comments_inserted after insert on comments for each row
  when (new.status in ('approved', 'held', 'rejected')) execute function note_reader_change();
create trigger comments_moved after update on comments for each row
  when (old.status is distinct from new.status) execute function note_reader_change();
create trigger comments_deleted after delete on comments for each row
  when (old.status in ('approved', 'held', 'rejected')) execute function note_reader_change();

insert into reader_changes (reader_id, approved, held, rejected, summed)
  select reader_id, count(*) filter (where status = 'approved'), count(*) filter (where status = 'held'), count(*) filter (where status = 'rejected'), true
  from comments where status in ('approved', 'held', 'rejected') group by reader_id;
create index reader_changes_of_reader on reader_changes (reader_id) include (approved, held, rejected);
create index reader_changes_fresh on reader_changes (reader_id) where not summed;

-- When it was last decided, by whomever; of what was decided before this was kept, only where it may yet count as a strike.
alter table comments add column decided_at timestamptz;
update comments c set decided_at = d.at from (
    select comment_id, max(created_at) as at from decisions where actor = 'moderator' and created_at > now() - interval '90 days' group by comment_id) d
  where c.id = d.comment_id and c.status = 'rejected';
create index comments_struck on comments (reader_id, decided_at) where status = 'rejected';
