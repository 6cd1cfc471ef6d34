-- What is done about those who wrote the comments of a batch, as {action, until}; null: nothing.
alter table batches add column reader jsonb;
