-- Legal entities that verify or read population data (Pengguna Data), from application to end.
create table partner (
  id uuid primary key,
  opened_by uuid not null,
  name text not null,
  price_class text not null check (price_class in ('commercial', 'publicService')),
  -- What was applied for: registration and tax number, domain, purposes, scopes.
  application jsonb not null,
  state text not null check
    (state in ('applied', 'refused', 'approved', 'memorandum', 'active', 'suspended', 'ended')),
  -- Of a refusal, a suspension, an end.
  reason text,
  suspended_from text,
  applied_at timestamptz(3) not null,
  -- Exists for a demonstration alone.
  demo boolean not null default false,
  constraint partner_reason check ((state in ('refused', 'suspended', 'ended')) = (reason is not null)),
  constraint partner_suspended check ((state = 'suspended') = (suspended_from is not null))
);
create index partner_state on partner (state, applied_at);

create table partner_history (
  like partner,
  closed_by uuid not null,
  primary key (id, opened_by)
);

-- Deeds and letters as they were uploaded with an application.
create table partner_document (
  id uuid primary key,
  opened_by uuid not null,
  partner uuid not null references partner,
  name text not null,
  sha256 bytea not null,
  content bytea not null,
  added_at timestamptz(3) not null
);
create index partner_document_partner on partner_document (partner);

-- Who acts for a legal entity in the partner portal.
create table representative (
  id uuid primary key,
  opened_by uuid not null,
  -- Null until the application is sent.
  partner uuid references partner,
  name text not null,
  email text not null,
  demo boolean not null default false
);
create index representative_partner on representative (partner);

create table representative_passkey (
  credential text primary key,
  opened_by uuid not null,
  representative uuid not null references representative,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null
);
create index representative_passkey_owner on representative_passkey (representative);

create table representative_session (
  token_digest bytea primary key,
  representative uuid not null references representative,
  started_at timestamptz(3) not null,
  last_seen_at timestamptz(3) not null
);
create index representative_session_owner on representative_session (representative);

create table representative_invitation (
  code_digest bytea primary key,
  opened_by uuid not null,
  closed_by uuid,
  partner uuid not null references partner,
  -- Null: a code of a demonstration, which does not wear out.
  expires_at timestamptz(3)
);
create index representative_invitation_partner on representative_invitation (partner);

-- A WebAuthn ceremony of the portal that has begun; finished once or never.
create table representative_ceremony (
  id uuid primary key,
  challenge text not null,
  -- Null for a sign-in: the passkey will tell who it is.
  enrols jsonb,
  expires_at timestamptz(3) not null
);
create index representative_ceremony_expires_at on representative_ceremony (expires_at);

-- Cooperation agreements (PKS). One is in force, one may be on offer; those before stay.
create table agreement (
  id uuid primary key,
  opened_by uuid not null,
  partner uuid not null references partner,
  state text not null check (state in ('offered', 'inForce', 'replaced', 'withdrawn')),
  terms jsonb not null,
  offered_at timestamptz(3) not null
);
create unique index agreement_in_force on agreement (partner) where state = 'inForce';
create unique index agreement_offered on agreement (partner) where state = 'offered';
create index agreement_partner on agreement (partner);

create table agreement_history (
  like agreement,
  closed_by uuid not null,
  primary key (id, opened_by)
);

-- What a representative accepted, word for word.
create table partner_acceptance (
  id uuid primary key,
  opened_by uuid not null,
  partner uuid not null references partner,
  -- Null: the memorandum (MoU).
  agreement uuid references agreement,
  representative uuid not null references representative,
  text text not null,
  sha256 bytea not null,
  accepted_at timestamptz(3) not null
);
create index partner_acceptance_partner on partner_acceptance (partner);

-- Technical clients: a name and public keys, no shared secret.
create table partner_client (
  id text collate "C" primary key,
  opened_by uuid not null,
  partner uuid not null references partner,
  environment text not null check (environment in ('sandbox', 'production')),
  name text not null,
  jwks jsonb,
  jwks_uri text,
  redirect_uris text[] not null,
  scopes text[] not null,
  removed boolean not null default false,
  constraint partner_client_keys check ((jwks is null) <> (jwks_uri is null))
);
create index partner_client_partner on partner_client (partner);

create table partner_client_history (
  like partner_client,
  closed_by uuid not null,
  primary key (id, opened_by)
);

-- When a client was first used, for the check-list before production.
create table partner_client_use (
  client text collate "C" primary key references partner_client,
  first_used_at timestamptz(3) not null
);

-- The partners' root and its access certificates. A hosted one's key is in the key store under key_name; of a
-- partner's own key only the certificate is here.
create table access_certificate (
  sha256 bytea primary key,
  role text not null check (role in ('root', 'installation', 'hosted', 'own')),
  partner uuid references partner,
  key_name text,
  der bytea not null,
  -- The name and the hosts that it certifies: another name needs another certificate.
  name text not null,
  dns_names text[] not null,
  not_before timestamptz(3) not null,
  not_after timestamptz(3) not null,
  retired_at timestamptz(3),
  constraint access_certificate_partner check ((role in ('hosted', 'own')) = (partner is not null)),
  constraint access_certificate_key check ((role = 'own') = (key_name is null))
);
create unique index access_certificate_current on access_certificate (role, partner) nulls not distinct
  where retired_at is null and role <> 'own';
create index access_certificate_owner on access_certificate (partner) where partner is not null;

-- What was used under an agreement in a month, counted in the transaction that used it.
create table partner_usage (
  agreement uuid not null references agreement,
  -- `2026-11`, in East Kalimantan.
  month text collate "C" not null,
  match bigint not null default 0,
  read bigint not null default 0,
  present bigint not null default 0,
  login bigint not null default 0,
  -- Rupiah.
  amount bigint not null default 0,
  primary key (agreement, month)
);

-- A month that is over, as it was: later changes of name, price or agreement do not reach it.
create table partner_statement (
  agreement uuid not null references agreement,
  month text collate "C" not null,
  opened_by uuid not null,
  partner uuid not null references partner,
  statement jsonb not null,
  closed_at timestamptz(3) not null,
  primary key (agreement, month)
);
create index partner_statement_partner on partner_statement (partner, month);
