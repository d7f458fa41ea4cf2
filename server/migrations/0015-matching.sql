-- Wrong statements about a NIK and by a partner in one window of time, under an HMAC that names the window too. Unlogged,
-- as try_count.
create unlogged table match_try (
  key bytea primary key,
  asked int not null,
  wrong int not null,
  ends_at timestamptz(3) not null,
  -- HMAC of the last wrong statement: sent again, it is no second try
  last_wrong bytea
);
create index match_try_ends_at on match_try (ends_at);

-- Up to 10,000 statements at once. The rows go when the result is deleted; the batch stays, so that its id is not used twice.
create table match_batch (
  id uuid not null,
  partner uuid not null,
  client text not null,
  purpose text not null,
  digest bytea not null,
  state text not null check (state in ('working', 'done', 'stopped', 'deleted')),
  rows int not null,
  answered int not null default 0,
  received_at timestamptz(3) not null,
  touched_at timestamptz(3) not null,
  finished_at timestamptz(3),
  primary key (partner, id)
);
create index match_batch_working on match_batch (touched_at) where state = 'working';
create index match_batch_finished on match_batch (finished_at) where state in ('done', 'stopped');

create table match_row (
  partner uuid not null,
  batch uuid not null,
  number int not null,
  ref text not null,
  -- what was sent; taken out as soon as it is answered
  sent jsonb,
  answer jsonb,
  primary key (partner, batch, number)
);
create index match_row_waiting on match_row (partner, batch, number) where answer is null;
