-- What the OpenID provider keeps: codes, tokens, grants, sessions, pushed requests. The id of a token or code is kept as
-- its SHA-256 digest alone, so that whoever reads this table can use none of them.
create table login_artifact (
  kind text collate "C" not null,
  id bytea not null,
  payload jsonb not null,
  grant_id text collate "C",
  uid text collate "C",
  user_code text collate "C",
  consumed_at timestamptz(3),
  expires_at timestamptz(3) not null,
  primary key (kind, id)
);
create index login_artifact_grant on login_artifact (grant_id) where grant_id is not null;
create index login_artifact_uid on login_artifact (kind, uid) where uid is not null;
create unique index login_artifact_user_code on login_artifact (user_code) where user_code is not null;
create index login_artifact_expires on login_artifact (expires_at);

-- Which question was put for a sign-in that is under way: an interaction in a browser, or a backchannel request.
create table login_question (
  asked_for text collate "C" primary key,
  question text collate "C" not null references approval_question,
  -- what the answer became
  grant_id text collate "C"
);

-- What a resident agreed to when signing in: under this, and for this, claims are read.
create table login_consent (
  grant_id text collate "C" primary key,
  opened_by uuid not null,
  resident_id uuid not null,
  client text not null,
  partner text,
  asker text not null,
  purpose text not null,
  attributes text[] not null,
  acr text not null,
  at timestamptz(3) not null
);

create index login_consent_resident on login_consent (resident_id);

-- A code that a resident reads out at a counter instead of a NIK: by its digest, used once.
create table login_code (
  code_digest bytea primary key,
  opened_by uuid not null,
  resident_id uuid not null,
  expires_at timestamptz(3) not null
);
create index login_code_expires on login_code (expires_at);
