-- The number of a civil certificate (akta), given when its first extract is drawn up; an event has one.
create table civil_certificate (
  event uuid primary key references life_event,
  number text not null unique,
  entry uuid not null
);
-- The last serial given in a register of an office on a day.
create table certificate_series (
  series text primary key,
  last int not null
);

-- Documents that were drawn up and signed. The files are not kept: what they said is, as a hash.
create table signed_document (
  id uuid primary key,
  opened_by uuid not null,
  -- Follows from the secret in the QR, and does not lead back to it.
  reference text not null unique,
  kind text not null check (kind in ('kk', 'birth', 'death', 'marriage', 'divorce')),
  -- Whose family card, or whose certificate.
  resident_id uuid not null references resident,
  event uuid references life_event,
  -- SHA-256 of what the registry said.
  facts bytea not null,
  statement text not null,
  drawn_at timestamptz(3) not null,
  -- Who asked for it from the own handset; null for an officer's, who is in the ledger.
  drawn_by uuid references resident,
  constraint signed_document_event check ((event is null) = (kind = 'kk'))
);
create index signed_document_drawn_by on signed_document (drawn_by, drawn_at) where drawn_by is not null;
