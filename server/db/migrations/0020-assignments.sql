-- Who looks after which article. It is a help for finding one's work, and takes nobody's comments from them.
create table assignments (
  article_id uuid not null,
  moderator_id uuid not null references moderators,
  site_id uuid not null,
  created_at timestamptz not null default now(),
  primary key (article_id, moderator_id),
  foreign key (site_id, article_id) references articles (site_id, id)
);
create index assignments_of_moderator on assignments (moderator_id, article_id);
