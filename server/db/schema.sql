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
CREATE INDEX articles_by_url ON public.articles USING btree (site_id, url);

create table attempts (
  key bytea not null,
  tries integer not null,
  until timestamp with time zone not null,
  PRIMARY KEY (key)
);
CREATE INDEX attempts_by_time ON public.attempts USING btree (until);

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
  CHECK ((outcome = ANY (ARRAY['decided'::text, 'changed'::text, 'claimed'::text, 'not-allowed'::text, 'not-found'::text, 'stopped'::text]))),
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
  CHECK ((action = ANY (ARRAY['approve'::text, 'reject'::text, 'hold'::text, 'undo'::text]))),
  FOREIGN KEY (moderator_id) REFERENCES moderators(id),
  FOREIGN KEY (undo_of) REFERENCES batches(id),
  PRIMARY KEY (id),
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
  CHECK ((status = ANY (ARRAY['pending'::text, 'held'::text, 'approved'::text, 'rejected'::text, 'withdrawn'::text]))),
  FOREIGN KEY (parent_id) REFERENCES comments(id),
  FOREIGN KEY (site_id, article_id) REFERENCES articles(site_id, id),
  FOREIGN KEY (site_id) REFERENCES sites(id),
  FOREIGN KEY (site_id, reader_id) REFERENCES readers(site_id, id),
  PRIMARY KEY (id)
);
CREATE INDEX comments_by_reader ON public.comments USING btree (reader_id, status);
CREATE INDEX comments_held ON public.comments USING btree (site_id, queued_at, id) WHERE (status = 'held'::text);
CREATE INDEX comments_pending ON public.comments USING btree (created_at) WHERE (status = 'pending'::text);
CREATE INDEX comments_replies ON public.comments USING btree (parent_id) WHERE (parent_id IS NOT NULL);
CREATE INDEX comments_thread ON public.comments USING btree (article_id, id) WHERE (status = 'approved'::text);
CREATE INDEX comments_under_root ON public.comments USING btree (root_id, id) WHERE (root_id IS NOT NULL);

create table decided_beside (
  decision_id uuid not null,
  outcomes json not null,
  left_over integer not null,
  FOREIGN KEY (decision_id) REFERENCES decisions(id),
  PRIMARY KEY (decision_id)
);

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
  CHECK ((action = ANY (ARRAY['approve'::text, 'hold'::text, 'reject'::text, 'withdraw'::text, 'resubmit'::text, 'undo'::text]))),
  CHECK ((actor = ANY (ARRAY['rules'::text, 'moderator'::text, 'reader'::text]))),
  FOREIGN KEY (comment_id) REFERENCES comments(id),
  FOREIGN KEY (moderator_id) REFERENCES moderators(id),
  FOREIGN KEY (site_id) REFERENCES sites(id),
  FOREIGN KEY (undo_of) REFERENCES decisions(id),
  PRIMARY KEY (id),
  UNIQUE (comment_id, version)
);
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
  CHECK ((role = ANY (ARRAY['moderator'::text, 'owner'::text]))),
  FOREIGN KEY (invited_by) REFERENCES moderators(id),
  PRIMARY KEY (id),
  UNIQUE (token_hash)
);
CREATE UNIQUE INDEX invitations_email ON public.invitations USING btree (lower(email));

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

create table revisions (
  comment_id uuid not null,
  revision integer not null,
  text text not null,
  created_at timestamp with time zone not null,
  FOREIGN KEY (comment_id) REFERENCES comments(id),
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
CREATE UNIQUE INDEX sessions_id ON public.sessions USING btree (id);
CREATE INDEX sessions_of_moderator ON public.sessions USING btree (moderator_id);

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
