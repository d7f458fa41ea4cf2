-- What partners asked residents for. resident_id is null where nobody is asked.
create table consent_request (
  partner uuid not null,
  id uuid not null,
  partner_name text not null,
  client text not null,
  purpose text not null,
  purpose_text text not null,
  question text collate "C" not null unique,
  resident_id uuid,
  digest bytea not null,
  -- what its answer led to has been done: a block that was lifted does not come back
  settled boolean not null default false,
  grant_id uuid,
  asked_at timestamptz(3) not null,
  primary key (partner, id)
);

create table consent_grant (
  id uuid primary key,
  partner uuid not null,
  partner_name text not null,
  purpose text not null,
  purpose_text text not null,
  request uuid not null,
  resident_id uuid not null,
  attributes text[] not null,
  once boolean not null,
  granted_at timestamptz(3) not null,
  until timestamptz(3) not null,
  state text not null check (state in ('standing', 'used', 'withdrawn')),
  ended_at timestamptz(3),
  constraint consent_grant_ended check ((state = 'standing') = (ended_at is null))
);
create index consent_grant_partner on consent_grant (partner, granted_at);
create index consent_grant_resident on consent_grant (resident_id, granted_at);

-- "Never": this partner may not ask this resident for this purpose again.
create table consent_block (
  id uuid primary key,
  partner uuid not null,
  partner_name text not null,
  purpose text not null,
  purpose_text text not null,
  resident_id uuid not null,
  since timestamptz(3) not null,
  constraint consent_block_once unique (resident_id, partner, purpose)
);

create table consent_read (
  partner uuid not null,
  id uuid not null,
  grant_id uuid not null references consent_grant,
  at timestamptz(3) not null,
  attributes text[] not null,
  outcome text,
  note text,
  reported_at timestamptz(3),
  primary key (partner, id),
  constraint consent_read_outcome check ((outcome is null) = (reported_at is null))
);
create index consent_read_grant on consent_read (grant_id, at);
