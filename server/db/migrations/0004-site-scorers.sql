-- Which scorers a site asks. A site without rows asks those of the installation.
create table site_scorers (
  site_id uuid not null references sites,
  name text not null check (name ~ '^[a-z][a-z0-9-]{0,29}$'),
  kind text not null check (kind in ('installed', 'perspective', 'openai', 'http')),
  position smallint not null,
  enabled boolean not null,
  use text not null check (use in ('always', 'fallback')),
  timeout_ms integer,
  per_second real,
  url text,
  signed boolean not null default false,
  -- Encrypted with a key made from the installation's secret.
  sealed_key text,
  primary key (site_id, name)
);

-- How each process found each scorer lately. A line that is not renewed says nothing of the present.
create table scorer_health (
  site_id uuid not null references sites,
  scorer text not null,
  process uuid not null,
  circuit text,
  last_success_at timestamptz,
  last_failure_at timestamptz,
  last_failure text,
  answered integer not null,
  failed integer not null,
  p50_ms real,
  p95_ms real,
  updated_at timestamptz not null,
  primary key (site_id, scorer, process)
);
create index scorer_health_age on scorer_health (updated_at);
