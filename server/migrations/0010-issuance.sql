-- The root and its issuers; the keys themselves are in the key store, under these names. A retired issuer signs
-- nothing new, and what it has signed stays good until it expires.
create table issuer_certificate (
  key_name text primary key,
  role text not null check (role in ('root', 'issuer')),
  der bytea not null,
  uri text not null,
  not_before timestamptz(3) not null,
  not_after timestamptz(3) not null,
  retired_at timestamptz(3)
);
create unique index issuer_certificate_current on issuer_certificate (role) where retired_at is null;

-- Cut from the attested selfie once per activation, so that renewing a credential costs no picture work.
create table portrait (
  activation_id uuid primary key references activation,
  card bytea not null,
  qr bytea not null
);

-- A new list is begun when one is half full, and one empty list is always published in advance: verifiers that go
-- offline today then know the list that tomorrow's credentials stand in.
create table status_list (
  number integer primary key,
  taken integer not null default 0,
  revision integer not null default 0
);
insert into status_list (number) values (1), (2);

-- One entry per activation, at a random place of its list, kept through all renewals. status: 0 valid, 1 revoked.
create table credential (
  activation_id uuid primary key references activation,
  list integer not null references status_list,
  idx integer not null,
  status smallint not null default 0,
  issued_at timestamptz(3) not null,
  expires_at timestamptz(3) not null,
  unique (list, idx)
);
create index credential_not_valid on credential (list) where status <> 0;
