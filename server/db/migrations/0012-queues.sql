-- What readers say of a public comment. Who: the reader of a token, else a keyed hash of the address.
create table reports (
  id uuid primary key,
  comment_id uuid not null references comments,
  site_id uuid not null references sites,
  revision integer not null,
  reader_id uuid,
  address_hash bytea,
  reason text not null,
  text text,
  created_at timestamptz not null,
  -- When it brought the comment to the queue, or joined those that had.
  queued_at timestamptz,
  closed_at timestamptz,
  -- The decision that closed it.
  decision_id uuid references decisions,
  check ((reader_id is null) <> (address_hash is null)),
  foreign key (site_id, reader_id) references readers (site_id, id)
);
create unique index reports_once_by_reader on reports (comment_id, reader_id, reason) where reader_id is not null;
create unique index reports_once_by_address on reports (comment_id, address_hash, reason) where address_hash is not null;
create index reports_open on reports (comment_id) where closed_at is null;
create index reports_by_decision on reports (decision_id) where decision_id is not null;

-- Authors who contest a refusal. One that was granted leaves room for another, should the comment be refused anew.
create table appeals (
  id uuid primary key,
  comment_id uuid not null references comments,
  site_id uuid not null references sites,
  reader_id uuid not null,
  -- The refusal contested, and the moderator whose it was; null when a rule refused.
  contested_id uuid not null references decisions,
  contested_by uuid references moderators,
  text text not null,
  created_at timestamptz not null,
  outcome text check (outcome in ('upheld', 'overturned')),
  decided_at timestamptz,
  decided_by uuid references moderators,
  decision_id uuid references decisions,
  foreign key (site_id, reader_id) references readers (site_id, id)
);
create unique index appeals_once on appeals (comment_id) where outcome is distinct from 'overturned';
create index appeals_open on appeals (comment_id) where outcome is null;
create index appeals_by_decision on appeals (decision_id) where decision_id is not null;

-- Automatically approved comments that moderators look at without knowing why, so that what the rules miss is known too.
create table samples (
  comment_id uuid not null references comments,
  revision integer not null,
  site_id uuid not null references sites,
  created_at timestamptz not null,
  primary key (comment_id, revision)
);

-- What a moderator made of a comment before seeing what others or the rules had made of it: of an appeal, or of a sample. Never changed.
create table judgements (
  id uuid primary key,
  comment_id uuid not null references comments,
  revision integer not null,
  site_id uuid not null references sites,
  appeal_id uuid references appeals,
  moderator_id uuid not null references moderators,
  verdict text not null check (verdict in ('approve', 'reject')),
  reason text,
  created_at timestamptz not null
);
create unique index judgements_of_appeal on judgements (appeal_id, moderator_id) where appeal_id is not null;
create unique index judgements_of_sample on judgements (comment_id, revision, moderator_id) where appeal_id is null;

-- Comments that a moderator handed to the site's owners.
create table escalations (
  id uuid primary key,
  comment_id uuid not null references comments,
  site_id uuid not null references sites,
  moderator_id uuid not null references moderators,
  note text not null,
  created_at timestamptz not null,
  ended text check (ended in ('decided', 'sent-back', 'taken-back')),
  ended_at timestamptz,
  ended_by uuid references moderators,
  answer text,
  decision_id uuid references decisions
);
create unique index escalations_open on escalations (comment_id) where ended is null;
create index escalations_of_comment on escalations (comment_id, created_at);
create index escalations_by_decision on escalations (decision_id) where decision_id is not null;

-- Which comment waits in which queue, told by the tables above and nothing else.
create view queue_membership as
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
  select c.id, 'sample', s.created_at, null
    from samples s join comments c on c.id = s.comment_id and c.revision = s.revision
    where c.status = 'approved'
      and not exists (select from judgements j where j.comment_id = s.comment_id and j.revision = s.revision and j.appeal_id is null)
  union all
  select c.id, 'escalated', e.created_at, e.moderator_id
    from escalations e join comments c on c.id = e.comment_id
    where e.ended is null and c.status in ('held', 'approved');

-- What a queue is filtered and sorted by. An attribute's score is that of the first scorer that has it.
create view comment_facets as
  select c.id as comment_id, c.site_id, c.article_id, c.language,
    coalesce(s.scores, '{}') as scores,
    coalesce((select max(value::numeric) from jsonb_each_text(s.scores)), 0)::real as top,
    coalesce(array(select m ->> 'rule' from jsonb_array_elements(d.matches) m where m ->> 'action' <> 'approve'), '{}') as rules,
    latest.reason,
    r.reasons as report_reasons,
    coalesce(r.reporters, 0) as reports
  from comments c
  left join lateral (
    select jsonb_object_agg(one.key, one.value order by s.place desc, s.scorer desc) as scores
    from current_scores s, jsonb_each(s.scores) one where s.comment_id = c.id and s.revision = c.revision) s on true
  left join lateral (
    select matches from decisions where comment_id = c.id and actor = 'rules' order by version desc limit 1) d on true
  left join lateral (select reason from decisions where comment_id = c.id order by version desc limit 1) latest on true
  left join lateral (
    select array_agg(distinct reason) as reasons, count(distinct (reader_id, address_hash))::int as reporters
    from reports where comment_id = c.id and closed_at is null) r on true;

-- The queues as the desk reads them: queue_membership with its facets, kept in the transaction that changes either. Blind queues keep no facet that
-- would tell what was decided.
create table queue_entries (
  comment_id uuid not null references comments,
  queue text not null check (queue in ('held', 'reported', 'appealed', 'sample', 'escalated')),
  site_id uuid not null references sites,
  article_id uuid not null,
  since timestamptz not null,
  -- Appealed: whose refusal it is. Escalated: who did.
  moderator_id uuid,
  language text,
  scores jsonb not null,
  top real not null,
  rules text[] not null,
  reasons text[] not null,
  reports integer not null,
  primary key (comment_id, queue)
) with (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02);
create index queue_entries_count on queue_entries (queue, site_id);
create index queue_entries_oldest on queue_entries (queue, site_id, since, comment_id);
create index queue_entries_reports on queue_entries (queue, site_id, (-reports), since, comment_id);
create index queue_entries_top on queue_entries (queue, site_id, top, comment_id);
create index queue_entries_toxicity on queue_entries (queue, site_id, coalesce((scores ->> 'TOXICITY')::real, 0), comment_id);
create index queue_entries_severe_toxicity on queue_entries (queue, site_id, coalesce((scores ->> 'SEVERE_TOXICITY')::real, 0), comment_id);
create index queue_entries_insult on queue_entries (queue, site_id, coalesce((scores ->> 'INSULT')::real, 0), comment_id);
create index queue_entries_profanity on queue_entries (queue, site_id, coalesce((scores ->> 'PROFANITY')::real, 0), comment_id);
create index queue_entries_threat on queue_entries (queue, site_id, coalesce((scores ->> 'THREAT')::real, 0), comment_id);
create index queue_entries_identity_attack on queue_entries (queue, site_id, coalesce((scores ->> 'IDENTITY_ATTACK')::real, 0), comment_id);
create index queue_entries_article on queue_entries (article_id);

create view queue_entries_due as
  select m.comment_id, m.queue, f.site_id, f.article_id, m.since, m.moderator_id, f.language,
    case when blind then '{}'::jsonb else f.scores end as scores,
    case when blind then 0::real else f.top end as top,
    case when blind then '{}'::text[] else f.rules end as rules,
    case when blind then '{}'::text[] when m.queue = 'reported' then f.report_reasons
      when f.reason is null then '{}'::text[] else array[f.reason] end as reasons,
    f.reports
  from queue_membership m
  cross join lateral (select m.queue in ('appealed', 'sample') as blind) b
  join comment_facets f on f.comment_id = m.comment_id;

insert into queue_entries select * from queue_entries_due;

-- A moderator's own way of looking at the queues, or the whole site's.
create table saved_views (
  id uuid primary key,
  moderator_id uuid not null references moderators,
  -- The site it looks at; null: all one may see. Shared with those of the site.
  site_id uuid references sites,
  shared boolean not null,
  name text not null,
  filters jsonb not null,
  created_at timestamptz not null,
  check (site_id is not null or not shared)
);
create index saved_views_of_moderator on saved_views (moderator_id);
create index saved_views_of_site on saved_views (site_id) where shared;

do $$
begin
  if exists (select from pg_roles where rolname = 'replydesk_app') then
    revoke update, delete, truncate on judgements from replydesk_app;
  end if;
end $$;
