-- Public comments that moderators have put on top of their thread. What stops being public leaves this table in the same transaction.
create table features (
  comment_id uuid primary key references comments,
  site_id uuid not null references sites,
  article_id uuid not null,
  moderator_id uuid not null references moderators,
  created_at timestamptz not null,
  foreign key (site_id, article_id) references articles (site_id, id)
);
create index features_of_article on features (article_id, created_at, comment_id);
create index features_of_site on features (site_id, created_at, comment_id);
