-- How a reader's comments fared is counted from the index alone, whatever their number.
drop index comments_by_reader;
create index comments_by_reader on comments (reader_id, status, created_at) include (id);
-- What a rule that seldom matches has brought to the queues.
create index queue_entries_rules on queue_entries using gin (rules) with (fastupdate = off);
