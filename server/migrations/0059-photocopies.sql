-- Photocopies: what a paper copy of the KTP-el was for. The content lies sealed; its key is in the QR alone.
create table photocopy (
  id uuid primary key,
  opened_by uuid not null,
  resident_id uuid not null,
  reference text not null unique,
  -- Gone as soon as the photocopy is good no longer.
  sealed bytea,
  recipient text not null,
  purpose text not null,
  claims text[] not null,
  until date not null,
  made_at timestamptz(3) not null,
  withdrawn_at timestamptz(3),
  -- The version of the record that it was made of.
  record_version uuid not null
);
create index photocopy_resident on photocopy (resident_id, made_at);
create index photocopy_sealed_until on photocopy (until) where sealed is not null;
create table photocopy_history (
  like photocopy, closed_by uuid not null, primary key (id, opened_by)
);

-- When somebody looked at one; not who.
create table photocopy_check (
  entry uuid primary key,
  photocopy uuid not null references photocopy,
  at timestamptz(3) not null
);
create index photocopy_check_photocopy on photocopy_check (photocopy, at);
