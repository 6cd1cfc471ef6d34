-- What a reader has reported, and what was reported of theirs, open or not.
create index reports_by_reader on reports (reader_id) where reader_id is not null;
create index reports_of_comment on reports (comment_id);
