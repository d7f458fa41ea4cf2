-- Writers put entries into ledger_pending; the sequencer alone moves them into the chain, so nobody queues for it.
create table ledger_pending (
  id uuid primary key,
  at timestamptz(3) not null,
  kind text not null,
  subject uuid,
  actor jsonb not null,
  details jsonb not null
);
create index ledger_pending_subject on ledger_pending (subject) where subject is not null;

create table ledger_entry (
  seq bigint primary key,
  id uuid not null unique,
  at timestamptz(3) not null,
  kind text not null,
  subject uuid,
  actor jsonb not null,
  details jsonb not null,
  hash bytea not null
);
create index ledger_entry_subject on ledger_entry (subject, seq) where subject is not null;

-- The head as the sequencer last signed it: what makes a cut-off tail visible.
create table ledger_head (
  one boolean primary key default true check (one),
  seq bigint not null,
  hash bytea not null,
  signed text not null
);
