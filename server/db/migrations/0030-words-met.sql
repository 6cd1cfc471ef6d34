-- Decisions of comments that used words of lists, for what each entry catches.
create index decisions_met_words on decisions (site_id, created_at) where facts -> 'words' <> '[]'::jsonb;
