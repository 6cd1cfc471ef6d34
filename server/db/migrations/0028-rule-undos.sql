-- A batch that takes back what a rule did: which rule, what it was called, which version (null: every one), and the period.
alter table batches add column rule jsonb;

-- Where taking back leads: as the other rules had decided, which is not always where the comment came from.
alter table batch_items add column leads_to text check (leads_to in ('approved', 'held'));
