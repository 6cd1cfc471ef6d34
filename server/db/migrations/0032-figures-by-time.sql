-- What was posted, decided and scored in a period is found by time: rows lie nearly in its order, so a summary of pages does, which costs a write next to nothing.
create index comments_by_time on comments using brin (created_at) with (pages_per_range = 32);
create index decisions_by_time on decisions using brin (created_at) with (pages_per_range = 32);
create index scores_by_time on scores using brin (created_at) with (pages_per_range = 32);
