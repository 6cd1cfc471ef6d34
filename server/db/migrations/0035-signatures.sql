-- What comments of the last two days say, as numbers that near texts share. Kept when a comment is judged, forgotten by time; the texts do not follow from them.
create table comment_signatures (
  comment_id uuid primary key,
  reader_id uuid not null,
  signature integer[] not null
);
create index comment_signatures_of_reader on comment_signatures (reader_id, comment_id);

-- Numbers of which near texts on one site have at least one in common.
create table signature_bands (
  band integer not null,
  comment_id uuid not null,
  reader_id uuid not null,
  primary key (band, comment_id)
);
