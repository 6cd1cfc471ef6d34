-- What the migrations amount to. Written by: npm run schema

create table api_keys (
  id uuid not null,
  site_id uuid not null,
  name text not null,
  key_hash bytea not null,
  ending text not null,
  queries_a_minute integer not null,
  created_at timestamp with time zone not null default now(),
  last_used_at timestamp with time zone,
  revoked_at timestamp with time zone,
  FOREIGN KEY (site_id) REFERENCES sites(id),
  PRIMARY KEY (id),
  UNIQUE (key_hash)
);
CREATE INDEX api_keys_by_site ON public.api_keys USING btree (site_id) WHERE (revoked_at IS NULL);

create table appeals (
  id uuid not null,
  comment_id uuid not null,
  site_id uuid not null,
  reader_id uuid not null,
  contested_id uuid not null,
  contested_by uuid,
  text text not null,
  created_at timestamp with time zone not null,
  outcome text,
  decided_at timestamp with time zone,
  decided_by uuid,
  decision_id uuid,
  CHECK ((outcome = ANY (ARRAY['upheld'::text, 'overturned'::text]))),
  FOREIGN KEY (comment_id) REFERENCES comments(id),
  FOREIGN KEY (contested_by) REFERENCES moderators(id),
  FOREIGN KEY (contested_id) REFERENCES decisions(id),
  FOREIGN KEY (decided_by) REFERENCES moderators(id),
  FOREIGN KEY (decision_id) REFERENCES decisions(id),
  FOREIGN KEY (site_id) REFERENCES sites(id),
  FOREIGN KEY (site_id, reader_id) REFERENCES readers(site_id, id),
  PRIMARY KEY (id)
);
CREATE INDEX appeals_by_decision ON public.appeals USING btree (decision_id) WHERE (decision_id IS NOT NULL);
CREATE UNIQUE INDEX appeals_once ON public.appeals USING btree (comment_id) WHERE (outcome IS DISTINCT FROM 'overturned'::text);
CREATE INDEX appeals_open ON public.appeals USING btree (comment_id) WHERE (outcome IS NULL);

create table articles (
  id uuid not null,
  site_id uuid not null,
  key text not null,
  url text not null,
  title text,
  section text,
  moderation text,
  created_at timestamp with time zone not null default now(),
  CHECK ((moderation = ANY (ARRAY['post'::text, 'pre'::text]))),
  FOREIGN KEY (site_id) REFERENCES sites(id),
  PRIMARY KEY (id),
  UNIQUE (site_id, id),
  UNIQUE (site_id, key)
);
CREATE INDEX articles_by_section ON public.articles USING btree (site_id, section) WHERE (section IS NOT NULL);
CREATE INDEX articles_by_url ON public.articles USING btree (site_id, url);

create table assignments (
  article_id uuid not null,
  moderator_id uuid not null,
  site_id uuid not null,
  created_at timestamp with time zone not null default now(),
  FOREIGN KEY (moderator_id) REFERENCES moderators(id),
  FOREIGN KEY (site_id, article_id) REFERENCES articles(site_id, id),
  PRIMARY KEY (article_id, moderator_id)
);
CREATE INDEX assignments_of_moderator ON public.assignments USING btree (moderator_id, article_id);

create table attempts (
  key bytea not null,
  tries integer not null,
  until timestamp with time zone not null,
  PRIMARY KEY (key)
);
CREATE INDEX attempts_by_time ON public.attempts USING btree (until);

create table backtests (
  id uuid not null,
  site_id uuid not null,
  rule_id uuid,
  version integer,
  definition jsonb not null,
  posted_from timestamp with time zone,
  posted_to timestamp with time zone not null,
  seed integer not null,
  status text not null default 'waiting'::text,
  seen integer not null default 0,
  total integer not null default 0,
  tries smallint not null default 0,
  beat_at timestamp with time zone,
  result jsonb,
  moderator_id uuid not null,
  created_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  CHECK (((status = 'finished'::text) = (result IS NOT NULL))),
  CHECK ((status = ANY (ARRAY['waiting'::text, 'running'::text, 'finished'::text, 'cancelled'::text, 'failed'::text]))),
  FOREIGN KEY (moderator_id) REFERENCES moderators(id),
  FOREIGN KEY (rule_id) REFERENCES rules(id),
  FOREIGN KEY (rule_id, version) REFERENCES rule_versions(rule_id, version),
  FOREIGN KEY (site_id) REFERENCES sites(id),
  PRIMARY KEY (id)
);
CREATE INDEX backtests_of_site ON public.backtests USING btree (site_id, id);
CREATE INDEX backtests_of_version ON public.backtests USING btree (rule_id, version) WHERE (status = 'finished'::text);
CREATE INDEX backtests_unfinished ON public.backtests USING btree (created_at) WHERE (status = ANY (ARRAY['waiting'::text, 'running'::text]));

create table banned_traces (
  sanction_id uuid not null,
  site_id uuid not null,
  kind text not null,
  hash bytea not null,
  ends_at timestamp with time zone not null,
  CHECK ((kind = ANY (ARRAY['address'::text, 'email'::text]))),
  FOREIGN KEY (sanction_id) REFERENCES sanctions(id),
  FOREIGN KEY (site_id) REFERENCES sites(id),
  PRIMARY KEY (sanction_id, kind, hash)
);
CREATE INDEX banned_traces_by_hash ON public.banned_traces USING btree (site_id, hash);
CREATE INDEX banned_traces_end ON public.banned_traces USING btree (ends_at);

create table batch_items (
  batch_id uuid not null,
  comment_id uuid not null,
  version integer not null,
  undone_id uuid,
  outcome text,
  decision_id uuid,
  moderator_id uuid,
  leads_to text,
  CHECK ((leads_to = ANY (ARRAY['approved'::text, 'held'::text]))),
  CHECK ((outcome = ANY (ARRAY['decided'::text, 'changed'::text, 'claimed'::text, 'appealed'::text, 'not-allowed'::text, 'not-found'::text, 'stopped'::text]))),
  FOREIGN KEY (batch_id) REFERENCES batches(id),
  FOREIGN KEY (decision_id) REFERENCES decisions(id),
  FOREIGN KEY (moderator_id) REFERENCES moderators(id),
  FOREIGN KEY (undone_id) REFERENCES decisions(id),
  PRIMARY KEY (batch_id, comment_id)
);
CREATE INDEX batch_items_to_come ON public.batch_items USING btree (batch_id, comment_id) WHERE (outcome IS NULL);

create table batches (
  id uuid not null,
  moderator_id uuid not null,
  action text not null,
  reason text,
  note text,
  undo_of uuid,
  key text,
  fingerprint text not null,
  total integer not null,
  created_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  beside uuid,
  more integer not null default 0,
  reader jsonb,
  rule jsonb,
  CHECK ((action = ANY (ARRAY['approve'::text, 'reject'::text, 'hold'::text, 'undo'::text]))),
  FOREIGN KEY (beside) REFERENCES decisions(id),
  FOREIGN KEY (moderator_id) REFERENCES moderators(id),
  FOREIGN KEY (undo_of) REFERENCES batches(id),
  PRIMARY KEY (id),
  UNIQUE (beside),
  UNIQUE (moderator_id, key),
  UNIQUE (undo_of)
);
CREATE INDEX batches_unfinished ON public.batches USING btree (created_at) WHERE (finished_at IS NULL);

create table chain_checks (
  id bigint not null generated always as identity,
  event_id bigint not null,
  hash bytea,
  events bigint not null,
  broken_at bigint,
  problem text,
  checked_at timestamp with time zone not null default now(),
  PRIMARY KEY (id)
);
CREATE TRIGGER chain_checks_only_grow BEFORE DELETE OR UPDATE OR TRUNCATE ON public.chain_checks FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

create table claims (
  comment_id uuid not null,
  site_id uuid not null,
  moderator_id uuid not null,
  claimed_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  FOREIGN KEY (comment_id) REFERENCES comments(id),
  FOREIGN KEY (moderator_id) REFERENCES moderators(id),
  FOREIGN KEY (site_id) REFERENCES sites(id),
  PRIMARY KEY (comment_id)
);
CREATE INDEX claims_by_expiry ON public.claims USING btree (expires_at);
CREATE INDEX claims_by_moderator ON public.claims USING btree (moderator_id);

create table comment_signatures (
  comment_id uuid not null,
  reader_id uuid not null,
  signature integer[] not null,
  PRIMARY KEY (comment_id)
);
CREATE INDEX comment_signatures_of_reader ON public.comment_signatures USING btree (reader_id, comment_id);

create table comments (
  id uuid not null,
  site_id uuid not null,
  article_id uuid not null,
  reader_id uuid not null,
  parent_id uuid,
  root_id uuid,
  depth smallint not null default 0,
  text text not null,
  html text not null,
  language text,
  status text not null default 'pending'::text,
  version integer not null default 1,
  revision integer not null default 1,
  created_at timestamp with time zone not null default now(),
  edited_at timestamp with time zone,
  queued_at timestamp with time zone,
  decided_at timestamp with time zone,
  CHECK ((status = ANY (ARRAY['pending'::text, 'held'::text, 'approved'::text, 'rejected'::text, 'withdrawn'::text]))),
  FOREIGN KEY (parent_id) REFERENCES comments(id),
  FOREIGN KEY (site_id, article_id) REFERENCES articles(site_id, id),
  FOREIGN KEY (site_id) REFERENCES sites(id),
  FOREIGN KEY (site_id, reader_id) REFERENCES readers(site_id, id),
  PRIMARY KEY (id)
);
CREATE INDEX comments_by_reader ON public.comments USING btree (reader_id, status, created_at) INCLUDE (id);
CREATE INDEX comments_by_time ON public.comments USING brin (created_at) WITH (pages_per_range='32');
CREATE INDEX comments_held ON public.comments USING btree (site_id, queued_at, id) WHERE (status = 'held'::text);
CREATE INDEX comments_pending ON public.comments USING btree (created_at) WHERE (status = 'pending'::text);
CREATE INDEX comments_replies ON public.comments USING btree (parent_id) WHERE (parent_id IS NOT NULL);
CREATE INDEX comments_struck ON public.comments USING btree (reader_id, decided_at) WHERE (status = 'rejected'::text);
CREATE INDEX comments_thread ON public.comments USING btree (article_id, id) WHERE (status = 'approved'::text);
CREATE INDEX comments_under_root ON public.comments USING btree (root_id, id) WHERE (root_id IS NOT NULL);
CREATE TRIGGER comments_deleted AFTER DELETE ON public.comments FOR EACH ROW WHEN ((old.status = ANY (ARRAY['approved'::text, 'held'::text, 'rejected'::text]))) EXECUTE FUNCTION note_reader_change();
CREATE TRIGGER comments_inserted AFTER INSERT ON public.comments FOR EACH ROW WHEN ((new.status = ANY (ARRAY['approved'::text, 'held'::text, 'rejected'::text]))) EXECUTE FUNCTION note_reader_change();
CREATE TRIGGER comments_moved AFTER UPDATE ON public.comments FOR EACH ROW WHEN ((old.status IS DISTINCT FROM new.status)) EXECUTE FUNCTION note_reader_change();

create table decisions (
  id uuid not null,
  comment_id uuid not null,
  site_id uuid not null,
  revision integer not null,
  action text not null,
  status_before text not null,
  status text not null,
  version integer not null,
  queued_at_before timestamp with time zone,
  actor text not null,
  moderator_id uuid,
  reason text,
  note text,
  matches jsonb not null default '[]'::jsonb,
  undo_of uuid,
  created_at timestamp with time zone not null default now(),
  facts jsonb,
  CHECK ((action = ANY (ARRAY['approve'::text, 'hold'::text, 'reject'::text, 'withdraw'::text, 'resubmit'::text, 'undo'::text]))),
  CHECK ((actor = ANY (ARRAY['rules'::text, 'moderator'::text, 'reader'::text]))),
  FOREIGN KEY (comment_id) REFERENCES comments(id),
  FOREIGN KEY (moderator_id) REFERENCES moderators(id),
  FOREIGN KEY (site_id) REFERENCES sites(id),
  FOREIGN KEY (undo_of) REFERENCES decisions(id),
  PRIMARY KEY (id),
  UNIQUE (comment_id, version)
);
CREATE INDEX decisions_by_moderator ON public.decisions USING btree (moderator_id, created_at) WHERE (actor = 'moderator'::text);
CREATE INDEX decisions_by_people ON public.decisions USING btree (site_id, created_at) WHERE (actor = 'moderator'::text);
CREATE INDEX decisions_by_time ON public.decisions USING brin (created_at) WITH (pages_per_range='32');
CREATE INDEX decisions_met_words ON public.decisions USING btree (site_id, created_at) WHERE ((facts -> 'words'::text) <> '[]'::jsonb);
CREATE INDEX decisions_undo ON public.decisions USING btree (undo_of) WHERE (undo_of IS NOT NULL);
CREATE TRIGGER decisions_only_grow BEFORE DELETE OR UPDATE OR TRUNCATE ON public.decisions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

create table deliveries (
  id uuid not null,
  webhook_id uuid not null,
  event_id bigint not null,
  comment_id uuid,
  status text not null default 'pending'::text,
  attempts smallint not null default 0,
  next_attempt_at timestamp with time zone default now(),
  last_status integer,
  last_error text,
  created_at timestamp with time zone not null default now(),
  delivered_at timestamp with time zone,
  CHECK ((status = ANY (ARRAY['pending'::text, 'delivered'::text, 'failed'::text]))),
  FOREIGN KEY (event_id) REFERENCES events(id),
  FOREIGN KEY (webhook_id) REFERENCES webhooks(id),
  PRIMARY KEY (id),
  UNIQUE (webhook_id, event_id)
);
CREATE INDEX deliveries_due ON public.deliveries USING btree (next_attempt_at) WHERE (status = 'pending'::text);
CREATE INDEX deliveries_in_order ON public.deliveries USING btree (webhook_id, comment_id, event_id) WHERE (status = 'pending'::text);

create table escalations (
  id uuid not null,
  comment_id uuid not null,
  site_id uuid not null,
  moderator_id uuid not null,
  note text not null,
  created_at timestamp with time zone not null,
  ended text,
  ended_at timestamp with time zone,
  ended_by uuid,
  answer text,
  decision_id uuid,
  CHECK ((ended = ANY (ARRAY['decided'::text, 'sent-back'::text, 'taken-back'::text]))),
  FOREIGN KEY (comment_id) REFERENCES comments(id),
  FOREIGN KEY (decision_id) REFERENCES decisions(id),
  FOREIGN KEY (ended_by) REFERENCES moderators(id),
  FOREIGN KEY (moderator_id) REFERENCES moderators(id),
  FOREIGN KEY (site_id) REFERENCES sites(id),
  PRIMARY KEY (id)
);
CREATE INDEX escalations_by_decision ON public.escalations USING btree (decision_id) WHERE (decision_id IS NOT NULL);
CREATE INDEX escalations_of_comment ON public.escalations USING btree (comment_id, created_at);
CREATE UNIQUE INDEX escalations_open ON public.escalations USING btree (comment_id) WHERE (ended IS NULL);

create table event_chain (
  event_id bigint not null,
  hash bytea not null,
  CHECK ((length(hash) = 32)),
  PRIMARY KEY (event_id)
);
CREATE TRIGGER event_chain_only_grows BEFORE DELETE OR UPDATE OR TRUNCATE ON public.event_chain FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

create table events (
  id bigint not null generated always as identity,
  type text not null,
  site_id uuid,
  article_id uuid,
  comment_id uuid,
  actor text not null,
  data jsonb not null default '{}'::jsonb,
  created_at timestamp with time zone not null default now(),
  FOREIGN KEY (site_id) REFERENCES sites(id),
  PRIMARY KEY (id)
);
CREATE INDEX events_by_comment ON public.events USING btree (comment_id, id) WHERE (comment_id IS NOT NULL);
CREATE INDEX events_by_person ON public.events USING btree (actor, id) WHERE (actor ~~ 'moderator/%'::text);
CREATE INDEX events_by_reader ON public.events USING btree (((data ->> 'readerId'::text)), id) WHERE (data ? 'readerId'::text);
CREATE INDEX events_by_site ON public.events USING btree (site_id, id);
CREATE INDEX events_by_time ON public.events USING brin (created_at) WITH (pages_per_range='32');
CREATE INDEX events_by_type ON public.events USING btree (type, id) WHERE (type <> ALL (ARRAY['comment.posted'::text, 'comment.approved'::text, 'comment.held'::text, 'comment.rejected'::text]));
CREATE TRIGGER events_only_grow BEFORE DELETE OR UPDATE OR TRUNCATE ON public.events FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

create table features (
  comment_id uuid not null,
  site_id uuid not null,
  article_id uuid not null,
  moderator_id uuid not null,
  created_at timestamp with time zone not null,
  FOREIGN KEY (comment_id) REFERENCES comments(id),
  FOREIGN KEY (moderator_id) REFERENCES moderators(id),
  FOREIGN KEY (site_id, article_id) REFERENCES articles(site_id, id),
  FOREIGN KEY (site_id) REFERENCES sites(id),
  PRIMARY KEY (comment_id)
);
CREATE INDEX features_of_article ON public.features USING btree (article_id, created_at, comment_id);
CREATE INDEX features_of_site ON public.features USING btree (site_id, created_at, comment_id);

create table idempotency_keys (
  site_id uuid not null,
  key text not null,
  fingerprint text not null,
  comment_id uuid not null,
  created_at timestamp with time zone not null default now(),
  scope text not null default 'comments'::text,
  decision_id uuid,
  FOREIGN KEY (site_id) REFERENCES sites(id),
  PRIMARY KEY (site_id, scope, key)
);
CREATE INDEX idempotency_keys_age ON public.idempotency_keys USING btree (created_at);

create table installation (
  name text not null,
  value text not null,
  created_at timestamp with time zone not null default now(),
  PRIMARY KEY (name)
);

create table invitations (
  id uuid not null,
  token_hash bytea not null,
  email text not null,
  name text not null,
  role text not null,
  site_ids uuid[] not null,
  invited_by uuid not null,
  created_at timestamp with time zone not null default now(),
  expires_at timestamp with time zone not null,
  sections jsonb not null default '[]'::jsonb,
  CHECK ((role = ANY (ARRAY['moderator'::text, 'owner'::text]))),
  FOREIGN KEY (invited_by) REFERENCES moderators(id),
  PRIMARY KEY (id),
  UNIQUE (token_hash)
);
CREATE UNIQUE INDEX invitations_email ON public.invitations USING btree (lower(email));

create table judgements (
  id uuid not null,
  comment_id uuid not null,
  revision integer not null,
  site_id uuid not null,
  appeal_id uuid,
  moderator_id uuid not null,
  verdict text not null,
  reason text,
  created_at timestamp with time zone not null,
  CHECK ((verdict = ANY (ARRAY['approve'::text, 'reject'::text]))),
  FOREIGN KEY (appeal_id) REFERENCES appeals(id),
  FOREIGN KEY (comment_id) REFERENCES comments(id),
  FOREIGN KEY (moderator_id) REFERENCES moderators(id),
  FOREIGN KEY (site_id) REFERENCES sites(id),
  PRIMARY KEY (id)
);
CREATE UNIQUE INDEX judgements_of_appeal ON public.judgements USING btree (appeal_id, moderator_id) WHERE (appeal_id IS NOT NULL);
CREATE UNIQUE INDEX judgements_of_sample ON public.judgements USING btree (comment_id, revision, moderator_id) WHERE (appeal_id IS NULL);

create table moderator_sections (
  moderator_id uuid not null,
  site_id uuid not null,
  section text not null,
  FOREIGN KEY (moderator_id) REFERENCES moderators(id),
  FOREIGN KEY (site_id) REFERENCES sites(id),
  PRIMARY KEY (moderator_id, site_id, section)
);

create table moderator_sites (
  moderator_id uuid not null,
  site_id uuid not null,
  FOREIGN KEY (moderator_id) REFERENCES moderators(id),
  FOREIGN KEY (site_id) REFERENCES sites(id),
  PRIMARY KEY (moderator_id, site_id)
);

create table moderators (
  id uuid not null,
  email text not null,
  name text not null,
  role text not null,
  password_hash text not null,
  created_at timestamp with time zone not null default now(),
  deactivated_at timestamp with time zone,
  last_seen_at timestamp with time zone,
  CHECK ((role = ANY (ARRAY['moderator'::text, 'owner'::text]))),
  PRIMARY KEY (id)
);
CREATE UNIQUE INDEX moderators_email ON public.moderators USING btree (lower(email));

create table notes (
  id uuid not null,
  site_id uuid not null,
  reader_id uuid not null,
  moderator_id uuid not null,
  text text not null,
  created_at timestamp with time zone not null,
  edited_at timestamp with time zone,
  FOREIGN KEY (moderator_id) REFERENCES moderators(id),
  FOREIGN KEY (site_id) REFERENCES sites(id),
  FOREIGN KEY (site_id, reader_id) REFERENCES readers(site_id, id),
  PRIMARY KEY (id)
);
CREATE INDEX notes_by_reader ON public.notes USING btree (reader_id, id);

create table outbox (
  event_id bigint not null,
  FOREIGN KEY (event_id) REFERENCES events(id),
  PRIMARY KEY (event_id)
);

create table password_resets (
  moderator_id uuid not null,
  token_hash bytea not null,
  made_by uuid not null,
  created_at timestamp with time zone not null default now(),
  expires_at timestamp with time zone not null,
  FOREIGN KEY (made_by) REFERENCES moderators(id),
  FOREIGN KEY (moderator_id) REFERENCES moderators(id),
  PRIMARY KEY (moderator_id),
  UNIQUE (token_hash)
);

create table presence (
  session_id uuid not null,
  tab uuid not null,
  comment_id uuid,
  expires_at timestamp with time zone not null,
  FOREIGN KEY (comment_id) REFERENCES comments(id),
  FOREIGN KEY (session_id) REFERENCES sessions(id) ON DELETE CASCADE,
  PRIMARY KEY (session_id, tab)
);
CREATE INDEX presence_by_expiry ON public.presence USING btree (expires_at);

create table queue_changes (
  id bigint not null generated always as identity,
  site_id uuid not null,
  queue text not null,
  article_id uuid not null,
  moderator_id uuid,
  n integer not null,
  PRIMARY KEY (id)
);

create table queue_entries (
  comment_id uuid not null,
  queue text not null,
  site_id uuid not null,
  article_id uuid not null,
  since timestamp with time zone not null,
  moderator_id uuid,
  language text,
  scores jsonb not null,
  top real not null,
  rules text[] not null,
  reasons text[] not null,
  reports integer not null,
  toxicity real default ((scores ->> 'TOXICITY'::text))::real,
  severe_toxicity real default ((scores ->> 'SEVERE_TOXICITY'::text))::real,
  insult real default ((scores ->> 'INSULT'::text))::real,
  profanity real default ((scores ->> 'PROFANITY'::text))::real,
  threat real default ((scores ->> 'THREAT'::text))::real,
  identity_attack real default ((scores ->> 'IDENTITY_ATTACK'::text))::real,
  CHECK ((queue = ANY (ARRAY['held'::text, 'reported'::text, 'appealed'::text, 'sample'::text, 'escalated'::text]))),
  FOREIGN KEY (comment_id) REFERENCES comments(id),
  FOREIGN KEY (site_id) REFERENCES sites(id),
  PRIMARY KEY (comment_id, queue)
);
CREATE INDEX queue_entries_article ON public.queue_entries USING btree (article_id);
CREATE INDEX queue_entries_identity_attack ON public.queue_entries USING btree (queue, site_id, COALESCE(((scores ->> 'IDENTITY_ATTACK'::text))::real, (0)::real), comment_id);
CREATE INDEX queue_entries_insult ON public.queue_entries USING btree (queue, site_id, COALESCE(((scores ->> 'INSULT'::text))::real, (0)::real), comment_id);
CREATE INDEX queue_entries_oldest ON public.queue_entries USING btree (queue, site_id, since, comment_id);
CREATE INDEX queue_entries_profanity ON public.queue_entries USING btree (queue, site_id, COALESCE(((scores ->> 'PROFANITY'::text))::real, (0)::real), comment_id);
CREATE INDEX queue_entries_reports ON public.queue_entries USING btree (queue, site_id, ((- reports)), since, comment_id);
CREATE INDEX queue_entries_rules ON public.queue_entries USING gin (rules) WITH (fastupdate=off);
CREATE INDEX queue_entries_severe_toxicity ON public.queue_entries USING btree (queue, site_id, COALESCE(((scores ->> 'SEVERE_TOXICITY'::text))::real, (0)::real), comment_id);
CREATE INDEX queue_entries_threat ON public.queue_entries USING btree (queue, site_id, COALESCE(((scores ->> 'THREAT'::text))::real, (0)::real), comment_id);
CREATE INDEX queue_entries_top ON public.queue_entries USING btree (queue, site_id, top, comment_id);
CREATE INDEX queue_entries_toxicity ON public.queue_entries USING btree (queue, site_id, COALESCE(((scores ->> 'TOXICITY'::text))::real, (0)::real), comment_id);
CREATE TRIGGER queue_entries_deleted AFTER DELETE ON public.queue_entries REFERENCING OLD TABLE AS before FOR EACH STATEMENT EXECUTE FUNCTION note_queue_change();
CREATE TRIGGER queue_entries_inserted AFTER INSERT ON public.queue_entries REFERENCING NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION note_queue_change();
CREATE TRIGGER queue_entries_updated AFTER UPDATE ON public.queue_entries REFERENCING OLD TABLE AS before NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION note_queue_change();

create table reader_changes (
  id bigint not null generated always as identity,
  reader_id uuid not null,
  approved integer not null,
  held integer not null,
  rejected integer not null,
  summed boolean not null default false,
  PRIMARY KEY (id)
);
CREATE INDEX reader_changes_fresh ON public.reader_changes USING btree (reader_id) WHERE (NOT summed);
CREATE INDEX reader_changes_of_reader ON public.reader_changes USING btree (reader_id) INCLUDE (approved, held, rejected);

create table reader_traces (
  site_id uuid not null,
  reader_id uuid not null,
  kind text not null,
  hash bytea not null,
  first_seen_at timestamp with time zone not null,
  last_seen_at timestamp with time zone not null,
  CHECK ((kind = ANY (ARRAY['address'::text, 'email'::text]))),
  FOREIGN KEY (site_id) REFERENCES sites(id),
  FOREIGN KEY (site_id, reader_id) REFERENCES readers(site_id, id),
  PRIMARY KEY (reader_id, kind, hash)
);
CREATE INDEX reader_traces_age ON public.reader_traces USING btree (site_id, last_seen_at);
CREATE INDEX reader_traces_by_hash ON public.reader_traces USING btree (site_id, kind, hash);

create table readers (
  id uuid not null,
  site_id uuid not null,
  kind text not null,
  name text not null,
  email text,
  created_at timestamp with time zone not null default now(),
  CHECK ((kind = ANY (ARRAY['guest'::text, 'member'::text]))),
  FOREIGN KEY (site_id) REFERENCES sites(id),
  PRIMARY KEY (id),
  UNIQUE (site_id, id)
);
CREATE INDEX readers_by_email ON public.readers USING btree (site_id, lower(email)) WHERE (email IS NOT NULL);
CREATE INDEX readers_by_name ON public.readers USING gin (to_tsvector('simple'::regconfig, name));
CREATE INDEX readers_by_site ON public.readers USING btree (site_id, id);

create table recovery_codes (
  moderator_id uuid not null,
  code_hash bytea not null,
  FOREIGN KEY (moderator_id) REFERENCES moderators(id),
  PRIMARY KEY (moderator_id, code_hash)
);

create table reports (
  id uuid not null,
  comment_id uuid not null,
  site_id uuid not null,
  revision integer not null,
  reader_id uuid,
  address_hash bytea,
  reason text not null,
  text text,
  created_at timestamp with time zone not null,
  queued_at timestamp with time zone,
  closed_at timestamp with time zone,
  decision_id uuid,
  CHECK (((reader_id IS NULL) <> (address_hash IS NULL))),
  FOREIGN KEY (comment_id) REFERENCES comments(id),
  FOREIGN KEY (decision_id) REFERENCES decisions(id),
  FOREIGN KEY (site_id) REFERENCES sites(id),
  FOREIGN KEY (site_id, reader_id) REFERENCES readers(site_id, id),
  PRIMARY KEY (id)
);
CREATE INDEX reports_by_decision ON public.reports USING btree (decision_id) WHERE (decision_id IS NOT NULL);
CREATE INDEX reports_by_reader ON public.reports USING btree (reader_id) WHERE (reader_id IS NOT NULL);
CREATE INDEX reports_of_comment ON public.reports USING btree (comment_id);
CREATE UNIQUE INDEX reports_once_by_address ON public.reports USING btree (comment_id, address_hash, reason) WHERE (address_hash IS NOT NULL);
CREATE UNIQUE INDEX reports_once_by_reader ON public.reports USING btree (comment_id, reader_id, reason) WHERE (reader_id IS NOT NULL);
CREATE INDEX reports_open ON public.reports USING btree (comment_id) WHERE (closed_at IS NULL);

create table revisions (
  comment_id uuid not null,
  revision integer not null,
  text text not null,
  created_at timestamp with time zone not null,
  FOREIGN KEY (comment_id) REFERENCES comments(id),
  PRIMARY KEY (comment_id, revision)
);

create table rule_confirmations (
  rule_id uuid not null,
  version integer not null,
  asked_by uuid,
  asked_at timestamp with time zone,
  confirmed_by uuid,
  confirmed_at timestamp with time zone,
  CHECK (((asked_by IS NULL) = (asked_at IS NULL))),
  CHECK (((confirmed_by IS NULL) = (confirmed_at IS NULL))),
  FOREIGN KEY (asked_by) REFERENCES moderators(id),
  FOREIGN KEY (confirmed_by) REFERENCES moderators(id),
  FOREIGN KEY (rule_id) REFERENCES rules(id),
  FOREIGN KEY (rule_id, version) REFERENCES rule_versions(rule_id, version),
  PRIMARY KEY (rule_id, version)
);

create table rule_examples (
  id uuid not null,
  rule_id uuid not null,
  must_match boolean not null,
  comment_id uuid,
  text text,
  language text,
  scorings jsonb,
  moderator_id uuid not null,
  created_at timestamp with time zone not null,
  CHECK (((comment_id IS NULL) <> (text IS NULL))),
  CHECK (((text IS NULL) = (scorings IS NULL))),
  FOREIGN KEY (comment_id) REFERENCES comments(id) ON DELETE CASCADE,
  FOREIGN KEY (moderator_id) REFERENCES moderators(id),
  FOREIGN KEY (rule_id) REFERENCES rules(id),
  PRIMARY KEY (id)
);
CREATE INDEX rule_examples_of_comment ON public.rule_examples USING btree (comment_id) WHERE (comment_id IS NOT NULL);
CREATE INDEX rule_examples_of_rule ON public.rule_examples USING btree (rule_id, id);

create table rule_matches (
  rule_id uuid not null,
  version integer not null,
  comment_id uuid not null,
  revision integer not null,
  live boolean not null,
  action text not null,
  tags text[] not null default '{}'::text[],
  match jsonb,
  decision_id uuid not null,
  created_at timestamp with time zone not null,
  CHECK ((action = ANY (ARRAY['approve'::text, 'hold'::text, 'reject'::text, 'tag'::text]))),
  FOREIGN KEY (comment_id) REFERENCES comments(id),
  FOREIGN KEY (decision_id) REFERENCES decisions(id),
  FOREIGN KEY (rule_id) REFERENCES rules(id),
  PRIMARY KEY (rule_id, version, comment_id, revision)
);
CREATE INDEX rule_matches_by_time ON public.rule_matches USING btree (rule_id, version, created_at);
CREATE INDEX rule_matches_of_comment ON public.rule_matches USING btree (comment_id);

create table rule_versions (
  rule_id uuid not null,
  version integer not null,
  definition jsonb not null,
  note text not null default ''::text,
  restored_from integer,
  moderator_id uuid not null,
  created_at timestamp with time zone not null default now(),
  FOREIGN KEY (moderator_id) REFERENCES moderators(id),
  FOREIGN KEY (rule_id) REFERENCES rules(id),
  PRIMARY KEY (rule_id, version)
);
CREATE TRIGGER rule_versions_only_grow BEFORE DELETE OR UPDATE OR TRUNCATE ON public.rule_versions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

create table rules (
  id uuid not null,
  site_id uuid not null,
  version integer not null,
  mode text not null default 'off'::text,
  canary_percent integer not null default 10,
  created_at timestamp with time zone not null default now(),
  deleted_at timestamp with time zone,
  tripped jsonb,
  mode_set_at timestamp with time zone not null default now(),
  CHECK (((canary_percent >= 1) AND (canary_percent <= 99))),
  CHECK ((mode = ANY (ARRAY['off'::text, 'shadow'::text, 'canary'::text, 'live'::text]))),
  FOREIGN KEY (site_id) REFERENCES sites(id),
  FOREIGN KEY (id, version) REFERENCES rule_versions(rule_id, version) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (id),
  UNIQUE (site_id, id)
);
CREATE INDEX rules_of_site ON public.rules USING btree (site_id, id) WHERE (deleted_at IS NULL);

create table samples (
  comment_id uuid not null,
  revision integer not null,
  site_id uuid not null,
  created_at timestamp with time zone not null,
  judges smallint not null default 1,
  CHECK ((judges = ANY (ARRAY[1, 2]))),
  FOREIGN KEY (comment_id) REFERENCES comments(id),
  FOREIGN KEY (site_id) REFERENCES sites(id),
  PRIMARY KEY (comment_id, revision)
);

create table sanctions (
  id uuid not null,
  site_id uuid not null,
  reader_id uuid not null,
  kind text not null,
  words text,
  reason text,
  moderator_id uuid not null,
  decision_id uuid,
  key text,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone,
  lifted_at timestamp with time zone,
  lifted_by uuid,
  lift_reason text,
  acknowledged_at timestamp with time zone,
  ended_at timestamp with time zone,
  CHECK ((ends_at > starts_at)),
  CHECK ((kind = ANY (ARRAY['warn'::text, 'mute'::text, 'suspend'::text, 'ban'::text, 'trust'::text]))),
  FOREIGN KEY (decision_id) REFERENCES decisions(id),
  FOREIGN KEY (lifted_by) REFERENCES moderators(id),
  FOREIGN KEY (moderator_id) REFERENCES moderators(id),
  FOREIGN KEY (site_id) REFERENCES sites(id),
  FOREIGN KEY (site_id, reader_id) REFERENCES readers(site_id, id),
  PRIMARY KEY (id),
  UNIQUE (moderator_id, key)
);
CREATE INDEX sanctions_by_decision ON public.sanctions USING btree (decision_id) WHERE (decision_id IS NOT NULL);
CREATE INDEX sanctions_by_reader ON public.sanctions USING btree (reader_id, kind);
CREATE INDEX sanctions_to_end ON public.sanctions USING btree (ends_at) WHERE ((ended_at IS NULL) AND (lifted_at IS NULL));

create table saved_views (
  id uuid not null,
  moderator_id uuid not null,
  site_id uuid,
  shared boolean not null,
  name text not null,
  filters jsonb not null,
  created_at timestamp with time zone not null,
  CHECK (((site_id IS NOT NULL) OR (NOT shared))),
  FOREIGN KEY (moderator_id) REFERENCES moderators(id),
  FOREIGN KEY (site_id) REFERENCES sites(id),
  PRIMARY KEY (id)
);
CREATE INDEX saved_views_of_moderator ON public.saved_views USING btree (moderator_id);
CREATE INDEX saved_views_of_site ON public.saved_views USING btree (site_id) WHERE shared;

create table schema_migrations (
  name text not null,
  sha256 text not null,
  applied_at timestamp with time zone not null default now(),
  PRIMARY KEY (name)
);

create table score_suggestions (
  id uuid not null,
  site_id uuid not null,
  text text not null,
  scores jsonb not null,
  languages text[] not null,
  community_id text,
  client_token text,
  created_at timestamp with time zone not null default now(),
  FOREIGN KEY (site_id) REFERENCES sites(id),
  PRIMARY KEY (id)
);
CREATE INDEX score_suggestions_by_site ON public.score_suggestions USING btree (site_id, id);

create table scorer_health (
  site_id uuid not null,
  scorer text not null,
  process uuid not null,
  circuit text,
  last_success_at timestamp with time zone,
  last_failure_at timestamp with time zone,
  last_failure text,
  answered integer not null,
  failed integer not null,
  p50_ms real,
  p95_ms real,
  updated_at timestamp with time zone not null,
  FOREIGN KEY (site_id) REFERENCES sites(id),
  PRIMARY KEY (site_id, scorer, process)
);
CREATE INDEX scorer_health_age ON public.scorer_health USING btree (updated_at);

create table scores (
  comment_id uuid not null,
  revision integer not null,
  scorer text not null,
  model text not null default ''::text,
  model_version text not null default ''::text,
  scores jsonb,
  spans jsonb,
  unavailable text,
  created_at timestamp with time zone not null default now(),
  place smallint not null default 0,
  CHECK (((scores IS NULL) <> (unavailable IS NULL))),
  FOREIGN KEY (comment_id) REFERENCES comments(id),
  PRIMARY KEY (comment_id, revision, scorer, model, model_version)
);
CREATE INDEX scores_by_time ON public.scores USING brin (created_at) WITH (pages_per_range='32');

create table search_entries (
  comment_id uuid not null,
  site_id uuid not null,
  article_id uuid not null,
  posted_at timestamp with time zone not null,
  revision integer not null,
  words tsvector not null,
  scores jsonb not null,
  top real not null,
  rules text[] not null,
  FOREIGN KEY (comment_id) REFERENCES comments(id),
  FOREIGN KEY (site_id) REFERENCES sites(id),
  PRIMARY KEY (comment_id)
);
CREATE INDEX search_entries_article ON public.search_entries USING btree (article_id, posted_at, comment_id);
CREATE INDEX search_entries_posted ON public.search_entries USING btree (posted_at, comment_id);
CREATE INDEX search_entries_rules ON public.search_entries USING gin (rules) WITH (gin_pending_list_limit='512');
CREATE INDEX search_entries_site ON public.search_entries USING btree (site_id, posted_at, comment_id);
CREATE INDEX search_entries_words ON public.search_entries USING gin (words) WITH (gin_pending_list_limit='512');

create table search_words (
  site_id uuid not null,
  word text not null,
  FOREIGN KEY (site_id) REFERENCES sites(id),
  PRIMARY KEY (site_id, word)
);
CREATE INDEX search_words_parts ON public.search_words USING gin (word gin_trgm_ops) WITH (gin_pending_list_limit='512');

create table sessions (
  token_hash bytea not null,
  moderator_id uuid not null,
  created_at timestamp with time zone not null default now(),
  expires_at timestamp with time zone not null,
  id uuid not null default gen_random_uuid(),
  device text not null default 'An unknown device'::text,
  last_seen_at timestamp with time zone not null default now(),
  FOREIGN KEY (moderator_id) REFERENCES moderators(id),
  PRIMARY KEY (token_hash)
);
CREATE INDEX sessions_of_moderator ON public.sessions USING btree (moderator_id);

create table signature_bands (
  band integer not null,
  comment_id uuid not null,
  reader_id uuid not null,
  PRIMARY KEY (band, comment_id)
);

create table site_scorers (
  site_id uuid not null,
  name text not null,
  kind text not null,
  position smallint not null,
  enabled boolean not null,
  use text not null,
  timeout_ms integer,
  per_second real,
  url text,
  signed boolean not null default false,
  sealed_key text,
  CHECK ((kind = ANY (ARRAY['installed'::text, 'perspective'::text, 'openai'::text, 'http'::text]))),
  CHECK ((name ~ '^[a-z][a-z0-9-]{0,29}$'::text)),
  CHECK ((use = ANY (ARRAY['always'::text, 'fallback'::text]))),
  FOREIGN KEY (site_id) REFERENCES sites(id),
  PRIMARY KEY (site_id, name)
);

create table sites (
  id uuid not null,
  slug text not null,
  name text not null,
  allowed_origins text[] not null default '{}'::text[],
  settings jsonb not null default '{}'::jsonb,
  created_at timestamp with time zone not null default now(),
  CHECK ((slug ~ '^[a-z0-9][a-z0-9-]{0,62}$'::text)),
  PRIMARY KEY (id),
  UNIQUE (slug)
);

create table totp (
  moderator_id uuid not null,
  secret text not null,
  confirmed_at timestamp with time zone,
  last_step bigint not null default 0,
  created_at timestamp with time zone not null default now(),
  FOREIGN KEY (moderator_id) REFERENCES moderators(id),
  PRIMARY KEY (moderator_id)
);

create table unscored (
  comment_id uuid not null,
  site_id uuid not null,
  revision integer not null,
  tries smallint not null default 1,
  next_try_at timestamp with time zone,
  FOREIGN KEY (comment_id) REFERENCES comments(id),
  FOREIGN KEY (site_id) REFERENCES sites(id),
  PRIMARY KEY (comment_id)
);
CREATE INDEX unscored_by_site ON public.unscored USING btree (site_id);
CREATE INDEX unscored_due ON public.unscored USING btree (next_try_at);

create table webhooks (
  id uuid not null,
  site_id uuid not null,
  url text not null,
  events text[] not null,
  enabled boolean not null default true,
  secrets jsonb not null,
  created_at timestamp with time zone not null default now(),
  deleted_at timestamp with time zone,
  FOREIGN KEY (site_id) REFERENCES sites(id),
  PRIMARY KEY (id)
);
CREATE INDEX webhooks_by_site ON public.webhooks USING btree (site_id) WHERE (deleted_at IS NULL);

create table word_list_versions (
  list_id uuid not null,
  version integer not null,
  name text not null,
  language text,
  entries text not null,
  size integer not null,
  note text not null default ''::text,
  moderator_id uuid not null,
  created_at timestamp with time zone not null default now(),
  FOREIGN KEY (list_id) REFERENCES word_lists(id),
  FOREIGN KEY (moderator_id) REFERENCES moderators(id),
  PRIMARY KEY (list_id, version)
);
CREATE TRIGGER word_list_versions_only_grow BEFORE DELETE OR UPDATE OR TRUNCATE ON public.word_list_versions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

create table word_lists (
  id uuid not null,
  site_id uuid not null,
  kind text not null,
  version integer not null,
  created_at timestamp with time zone not null default now(),
  deleted_at timestamp with time zone,
  CHECK ((kind = ANY (ARRAY['banned'::text, 'suspect'::text, 'allowed'::text]))),
  FOREIGN KEY (site_id) REFERENCES sites(id),
  FOREIGN KEY (id, version) REFERENCES word_list_versions(list_id, version) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (id),
  UNIQUE (site_id, id)
);
CREATE INDEX word_lists_of_site ON public.word_lists USING btree (site_id, id) WHERE (deleted_at IS NULL);

create view comment_facets as
 SELECT c.id AS comment_id,
    c.site_id,
    c.article_id,
    c.language,
    COALESCE(s.scores, '{}'::jsonb) AS scores,
    COALESCE(( SELECT max(jsonb_each_text.value::numeric) AS max
           FROM jsonb_each_text(s.scores) jsonb_each_text(key, value)), 0::numeric)::real AS top,
    COALESCE(ARRAY( SELECT m.value ->> 'rule'::text
           FROM jsonb_array_elements(d.matches) m(value)
          WHERE (m.value ->> 'action'::text) <> 'approve'::text), '{}'::text[]) AS rules,
    latest.reason,
    r.reasons AS report_reasons,
    COALESCE(r.reporters, 0) AS reports
   FROM comments c
     LEFT JOIN LATERAL ( SELECT jsonb_object_agg(one.key, one.value ORDER BY s_1.place DESC, s_1.scorer DESC) AS scores
           FROM current_scores s_1,
            LATERAL jsonb_each(s_1.scores) one(key, value)
          WHERE s_1.comment_id = c.id AND s_1.revision = c.revision) s ON true
     LEFT JOIN LATERAL ( SELECT decisions.matches
           FROM decisions
          WHERE decisions.comment_id = c.id AND decisions.actor = 'rules'::text
          ORDER BY decisions.version DESC
         LIMIT 1) d ON true
     LEFT JOIN LATERAL ( SELECT decisions.reason
           FROM decisions
          WHERE decisions.comment_id = c.id
          ORDER BY decisions.version DESC
         LIMIT 1) latest ON true
     LEFT JOIN LATERAL ( SELECT array_agg(DISTINCT reports.reason) AS reasons,
            count(DISTINCT ROW(reports.reader_id, reports.address_hash))::integer AS reporters
           FROM reports
          WHERE reports.comment_id = c.id AND reports.closed_at IS NULL) r ON true;

create view current_scores as
 SELECT DISTINCT ON (comment_id, revision, scorer) comment_id,
    revision,
    scorer,
    model,
    model_version,
    scores,
    spans,
    unavailable,
    place,
    created_at
   FROM scores
  ORDER BY comment_id, revision, scorer, (scores IS NULL), created_at DESC;

create view queue_entries_due as
 SELECT m.comment_id,
    m.queue,
    f.site_id,
    f.article_id,
    m.since,
    m.moderator_id,
    f.language,
        CASE
            WHEN b.blind THEN '{}'::jsonb
            ELSE f.scores
        END AS scores,
        CASE
            WHEN b.blind THEN 0::real
            ELSE f.top
        END AS top,
        CASE
            WHEN b.blind THEN '{}'::text[]
            ELSE f.rules
        END AS rules,
        CASE
            WHEN b.blind THEN '{}'::text[]
            WHEN m.queue = 'reported'::text THEN f.report_reasons
            WHEN f.reason IS NULL THEN '{}'::text[]
            ELSE ARRAY[f.reason]
        END AS reasons,
    f.reports
   FROM queue_membership m
     CROSS JOIN LATERAL ( SELECT m.queue = ANY (ARRAY['appealed'::text, 'sample'::text]) AS blind) b
     JOIN comment_facets f ON f.comment_id = m.comment_id;

create view queue_membership as
 SELECT c.id AS comment_id,
    'held'::text AS queue,
    c.queued_at AS since,
    NULL::uuid AS moderator_id
   FROM comments c
  WHERE c.status = 'held'::text AND NOT (EXISTS ( SELECT
           FROM escalations e
          WHERE e.comment_id = c.id AND e.ended IS NULL))
UNION ALL
 SELECT c.id AS comment_id,
    'reported'::text AS queue,
    r.since,
    NULL::uuid AS moderator_id
   FROM ( SELECT reports.comment_id,
            min(reports.queued_at) AS since
           FROM reports
          WHERE reports.closed_at IS NULL
          GROUP BY reports.comment_id) r
     JOIN comments c ON c.id = r.comment_id
  WHERE c.status = 'approved'::text AND r.since IS NOT NULL AND NOT (EXISTS ( SELECT
           FROM escalations e
          WHERE e.comment_id = c.id AND e.ended IS NULL))
UNION ALL
 SELECT c.id AS comment_id,
    'appealed'::text AS queue,
    a.created_at AS since,
    a.contested_by AS moderator_id
   FROM appeals a
     JOIN comments c ON c.id = a.comment_id
  WHERE a.outcome IS NULL AND c.status = 'rejected'::text
UNION ALL
 SELECT c.id AS comment_id,
    'sample'::text AS queue,
    s.created_at AS since,
    j.moderator_id
   FROM samples s
     JOIN comments c ON c.id = s.comment_id AND c.revision = s.revision
     CROSS JOIN LATERAL ( SELECT count(*) AS given,
            (array_agg(judgements.moderator_id))[1] AS moderator_id,
            COALESCE(bool_or(judgements.verdict = 'reject'::text), false) AS refused
           FROM judgements
          WHERE judgements.comment_id = s.comment_id AND judgements.revision = s.revision AND judgements.appeal_id IS NULL) j
  WHERE j.given < s.judges AND (c.status = 'approved'::text OR c.status = 'rejected'::text AND j.refused AND NOT (EXISTS ( SELECT
           FROM appeals a
          WHERE a.comment_id = c.id AND a.outcome IS NULL)))
UNION ALL
 SELECT c.id AS comment_id,
    'escalated'::text AS queue,
    e.created_at AS since,
    e.moderator_id
   FROM escalations e
     JOIN comments c ON c.id = e.comment_id
  WHERE e.ended IS NULL AND (c.status = ANY (ARRAY['held'::text, 'approved'::text]));

create view search_entries_due as
 SELECT c.id AS comment_id,
    c.site_id,
    c.article_id,
    date_trunc('milliseconds'::text, c.created_at) AS posted_at,
    c.revision,
    to_tsvector('simple'::regconfig, regexp_replace(c.text, '[^[:alnum:]]+'::text, ' '::text, 'g'::text)) AS words,
    f.scores,
    f.top,
    f.rules
   FROM comments c
     JOIN comment_facets f ON f.comment_id = c.id;
