-- What an issuer offered to a wallet (OpenID4VCI section 4). The code itself is nowhere: only its SHA-256. An offer
-- by authorization code may be for whoever answers: then it names no activation.
create table credential_offer (
  id uuid primary key,
  activation_id uuid references activation,
  configurations text[] not null,
  grant_type text not null check (grant_type in ('pre-authorized_code', 'authorization_code')),
  code_hash bytea not null unique,
  tx_code_hash bytea,
  tx_code_hint jsonb,
  wrong_tries integer not null default 0,
  hold_seconds integer not null default 0,
  state text not null check (state in ('offered', 'locked', 'redeemed')),
  created_at timestamptz(3) not null,
  expires_at timestamptz(3) not null
);
create index credential_offer_activation on credential_offer (activation_id);

-- A wallet's request in the authorization code flow: pushed, then asked in a browser, then answered with a code.
create table authorization_request (
  id uuid primary key,
  client_id text not null,
  client_name text,
  redirect_uri text not null,
  client_state text,
  code_challenge text not null,
  configurations text[] not null,
  by_identifier boolean not null,
  offer_id uuid references credential_offer,
  dpop_key text,
  -- what leads to it at this stage, by its SHA-256: the request_uri, the page, the code
  secret_hash bytea not null unique,
  state text not null check (state in ('pushed', 'asked', 'answered', 'declined', 'redeemed')),
  question_id text,
  activation_id uuid references activation,
  expires_at timestamptz(3) not null
);
create index authorization_request_expiry on authorization_request (expires_at);

-- Leave to fetch copies: what an access token stands for.
create table issuance_grant (
  id uuid primary key,
  activation_id uuid not null references activation,
  offer_id uuid references credential_offer,
  authorization_id uuid,
  configurations text[] not null,
  by_identifier boolean not null,
  client_id text,
  dpop_key text,
  token_hash bytea not null unique,
  created_at timestamptz(3) not null,
  -- copies are handed over from then on
  ready_at timestamptz(3) not null,
  expires_at timestamptz(3) not null
);
create index issuance_grant_activation on issuance_grant (activation_id);
create index issuance_grant_authorization on issuance_grant (authorization_id) where authorization_id is not null;
create index issuance_grant_offer on issuance_grant (offer_id) where offer_id is not null;

-- One answer of the credential endpoint: copies of one configuration, handed over together.
create table credential_response (
  id uuid primary key,
  grant_id uuid not null references issuance_grant,
  configuration text not null,
  notification_hash bytea not null unique,
  notified text,
  issued_at timestamptz(3) not null
);
create index credential_response_grant on credential_response (grant_id);

-- Each copy has an entry of its own, at a random place. Without a response it is the one that the handset keeps
-- through all renewals of its identity. status: 0 valid, 1 revoked, 2 suspended.
alter table credential drop constraint credential_pkey;
alter table credential drop constraint credential_list_idx_key;
alter table credential add primary key (list, idx);
alter table credential add column response_id uuid references credential_response;
create unique index credential_kept on credential (activation_id) where response_id is null and status <> 1;
create index credential_activation on credential (activation_id);
create index credential_response_copies on credential (response_id) where response_id is not null;

-- Copies that were asked for and are not handed over yet (section 9): the proven keys wait here.
create table deferred_credential (
  id uuid primary key,
  grant_id uuid not null references issuance_grant,
  configuration text not null,
  holder_keys jsonb not null,
  transaction_hash bytea not null unique,
  handed_over_at timestamptz(3)
);
create index deferred_credential_grant on deferred_credential (grant_id);

-- A nonce that was used: for which grant, and for which of its configurations. Nonces are not kept before.
create unlogged table spent_nonce (
  nonce_hash bytea primary key,
  grant_id uuid not null,
  configurations text[] not null,
  expires_at timestamptz(3) not null
);
create index spent_nonce_expiry on spent_nonce (expires_at);

-- Proofs that are good once, such as a DPoP proof's jti (RFC 9449 section 11.1), until they are too old anyway.
create unlogged table seen_once (
  name_hash bytea primary key,
  until timestamptz(3) not null
);
create index seen_once_until on seen_once (until);

-- An identity on hold still speaks for its NIK and its handset.
alter table activation add column suspended_at timestamptz(3);
drop index activation_one_per_nik;
create unique index activation_one_per_nik on activation (resident_id) where state in ('attested', 'active', 'suspended');
drop index activation_one_per_handset;
create unique index activation_one_per_handset on activation (device_thumbprint)
  where state in ('dataVerified', 'awaitingOfficer', 'attested', 'active', 'suspended');
