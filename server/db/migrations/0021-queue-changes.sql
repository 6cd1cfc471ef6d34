-- By how many the entries of a queue grew or shrank: the sum is how many wait. Whoever changes entries, the database adds rows here in the same statement; no
-- row is ever changed, so that two who decide at once do not wait for each other. Workers put rows of one kind together.
create table queue_changes (
  id bigint generated always as identity primary key,
  site_id uuid not null,
  queue text not null,
  article_id uuid not null,
  -- As in queue_entries: what nobody but them, or anybody but them, is shown.
  moderator_id uuid,
  n integer not null
) with (autovacuum_vacuum_scale_factor = 0.1, autovacuum_analyze_scale_factor = 0.1);

create function note_queue_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    insert into queue_changes (site_id, queue, article_id, moderator_id, n)
      select site_id, queue, article_id, moderator_id, count(*) from after group by 1, 2, 3, 4;
  elsif tg_op = 'DELETE' then
    insert into queue_changes (site_id, queue, article_id, moderator_id, n)
      select site_id, queue, article_id, moderator_id, -count(*) from before group by 1, 2, 3, 4;
  else
    insert into queue_changes (site_id, queue, article_id, moderator_id, n)
      select site_id, queue, article_id, moderator_id, sum(n) from (
        select site_id, queue, article_id, moderator_id, 1 as n from after
        union all select site_id, queue, article_id, moderator_id, -1 from before) changes
      group by 1, 2, 3, 4 having sum(n) <> 0;
  end if;
  return null;
end $$;
create trigger queue_entries_inserted after insert on queue_entries referencing new table as after for each statement execute function note_queue_change();
create trigger queue_entries_updated after update on queue_entries referencing old table as before new table as after for each statement execute function note_queue_change();
create trigger queue_entries_deleted after delete on queue_entries referencing old table as before for each statement execute function note_queue_change();

insert into queue_changes (site_id, queue, article_id, moderator_id, n)
  select site_id, queue, article_id, moderator_id, count(*) from queue_entries group by 1, 2, 3, 4;

-- It held what is counted now from above.
drop index queue_entries_count;
