-- Scores are kept for each version of a model, and comments that nothing has scored are known.

alter table scores
  -- The order in which the site's scorers speak: the first that has an attribute speaks for it.
  add column place smallint not null default 0,
  -- Took the scorer no answer, they are empty.
  alter column model set default '',
  alter column model_version set default '';
update scores set model = coalesce(model, ''), model_version = coalesce(model_version, '') where model is null or model_version is null;
alter table scores
  alter column model set not null,
  alter column model_version set not null,
  drop constraint scores_pkey,
  add primary key (comment_id, revision, scorer, model, model_version);

-- What each scorer says today of each revision: its newest answer, and why it has none only where it never had one.
create view current_scores as
  select distinct on (comment_id, revision, scorer)
    comment_id, revision, scorer, model, model_version, scores, spans, unavailable, place, created_at
  from scores
  order by comment_id, revision, scorer, (scores is null), created_at desc;

-- Work left over: comments whose present revision no scorer has answered for.
create table unscored (
  comment_id uuid primary key references comments,
  site_id uuid not null references sites,
  revision integer not null,
  tries smallint not null default 1,
  -- null: trying again is of no use (its language), until the site's scorers change.
  next_try_at timestamptz
);
create index unscored_due on unscored (next_try_at);
create index unscored_by_site on unscored (site_id);
insert into unscored (comment_id, site_id, revision, next_try_at)
  select c.id, c.site_id, c.revision, now() from comments c
  where c.status in ('held', 'approved')
    and exists (select from scores s where s.comment_id = c.id and s.revision = c.revision)
    and not exists (select from scores s where s.comment_id = c.id and s.revision = c.revision and s.scores is not null);
