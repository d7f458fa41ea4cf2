create type officer_role as enum ('operator', 'headOfOffice', 'ministry');
create type officer_state as enum ('invited', 'active', 'suspended');

create table office (
  id uuid primary key,
  opened_by uuid not null,
  name text not null,
  wilayah text collate "C" not null
);

create table officer (
  id uuid primary key,
  opened_by uuid not null,
  office uuid not null references office,
  name text not null,
  role officer_role not null,
  state officer_state not null,
  -- Exists for a demonstration alone: without demonstration mode nobody gets in as this officer.
  demo boolean not null default false
);
create index officer_office on officer (office);

create table officer_history (
  like officer,
  closed_by uuid not null,
  primary key (id, opened_by)
);

create table officer_passkey (
  credential text primary key,
  opened_by uuid not null,
  officer uuid not null references officer,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null
);
create index officer_passkey_officer on officer_passkey (officer);

-- The keys that sign decisions. A revoked one stays: decisions that it signed before remain verifiable.
create table officer_device (
  thumbprint text collate "C" primary key,
  opened_by uuid not null,
  closed_by uuid,
  officer uuid not null references officer,
  jwk jsonb not null,
  registered_at timestamptz(3) not null,
  revoked_at timestamptz(3),
  constraint officer_device_revoked check ((closed_by is null) = (revoked_at is null))
);
create index officer_device_officer on officer_device (officer);

-- Only digests of what a browser or a person holds: reading this table lets nobody in.
create table officer_session (
  token_digest bytea primary key,
  officer uuid not null references officer,
  device text collate "C" not null references officer_device,
  started_at timestamptz(3) not null,
  last_seen_at timestamptz(3) not null
);
create index officer_session_officer on officer_session (officer);

create table officer_invitation (
  code_digest bytea primary key,
  opened_by uuid not null,
  closed_by uuid,
  officer uuid not null references officer,
  -- Null: a code of a demonstration, which does not wear out.
  expires_at timestamptz(3)
);
create index officer_invitation_officer on officer_invitation (officer);

-- A WebAuthn ceremony that has begun; finished once or never.
create table passkey_ceremony (
  id uuid primary key,
  challenge text not null,
  -- Null for a sign-in: the passkey will tell who it is.
  officer uuid references officer,
  invitation bytea references officer_invitation,
  expires_at timestamptz(3) not null,
  constraint passkey_ceremony_enrolment check ((officer is null) = (invitation is null))
);
create index passkey_ceremony_expires_at on passkey_ceremony (expires_at);
