-- Sittings in which somebody is recorded: begun at a desk, filled piece by piece, finished once.
create table capture (
  id uuid primary key,
  opened_by uuid not null,
  resident uuid not null references resident,
  officer uuid not null references officer,
  office uuid not null references office,
  -- `replaced` by a later sitting, or `abandoned`: their pieces are deleted.
  state text not null
    check (state in ('open', 'finished', 'disputed', 'enrolled', 'failed', 'replaced', 'abandoned')),
  begun_at timestamptz(3) not null
);
create unique index capture_one_open on capture (resident) where state = 'open';
create unique index capture_one_finished on capture (resident)
  where state in ('finished', 'disputed', 'enrolled', 'failed');
create index capture_under_way on capture (id) where state = 'finished';
create table capture_history (like capture, closed_by uuid not null, primary key (id, opened_by));

-- What was taken: photograph, signature, fingerprints, irises; or why one of them is missing.
create table captured_piece (
  capture uuid not null references capture on delete cascade,
  slot text not null,
  -- Sealed under the key of the photographs or of the specially protected data (docs/decisions/0042).
  sealed bytea,
  format text,
  -- SHA-256 of what was taken, base64url.
  digest text,
  device text,
  missing text,
  taken_at timestamptz(3) not null,
  primary key (capture, slot),
  constraint captured_or_missing check ((sealed is null) = (missing is not null))
);

-- Whom a new face resembles, and what an officer says of it.
create table duplicate_candidate (
  capture uuid not null references capture,
  candidate uuid not null references resident,
  distance real not null,
  opened_by uuid not null,
  -- `different`: two people; `same`: one person with two NIK; `photograph`: the wrong person's picture was taken.
  verdict text check (verdict in ('different', 'same', 'photograph')),
  -- An officer's words; they stay out of the ledger, which is for ever.
  reason text,
  decided_by uuid,
  primary key (capture, candidate),
  constraint decided_with_entry check ((verdict is null) = (decided_by is null))
);

-- Work lists: whoever is on the way to a card. The many who have one, or nothing yet, are not in it.
create index resident_on_the_way on resident (recording, domicile, valid_from)
  where life = 'present' and recording not in ('unregistered', 'handedOver');
