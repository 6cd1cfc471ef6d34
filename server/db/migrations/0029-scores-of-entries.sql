-- Each score of what waits as a column of its own, which the database writes: the plot reads one of every entry, and taking it out of the object takes as long as all the rest.
alter table queue_entries
  add column toxicity real generated always as ((scores ->> 'TOXICITY')::real) stored,
  add column severe_toxicity real generated always as ((scores ->> 'SEVERE_TOXICITY')::real) stored,
  add column insult real generated always as ((scores ->> 'INSULT')::real) stored,
  add column profanity real generated always as ((scores ->> 'PROFANITY')::real) stored,
  add column threat real generated always as ((scores ->> 'THREAT')::real) stored,
  add column identity_attack real generated always as ((scores ->> 'IDENTITY_ATTACK')::real) stored;
