-- Moderators of sections of a site rather than of all of it: they see what is under its articles of these sections now.
create table moderator_sections (
  moderator_id uuid not null references moderators,
  site_id uuid not null references sites,
  section text not null,
  primary key (moderator_id, site_id, section)
);
create index articles_by_section on articles (site_id, section) where section is not null;

-- The same for those who are invited: [{"site": slug, "section": name}].
alter table invitations add column sections jsonb not null default '[]';
