-- Sessions of outreach (jemput bola): where officers go, and what came of it. Nothing of a resident.
create table outreach_session (
  id uuid primary key,
  opened_by uuid not null,
  state text not null,
  office uuid not null references office,
  place text not null,
  wilayah text collate "C" not null,
  host text not null,
  first_day date not null,
  last_day date not null,
  -- null where the source of an earlier session does not say
  officers integer,
  kits integer,
  badges text[] not null,
  opened_at timestamptz(3),
  closed_at timestamptz(3),
  shortfalls text[] not null,
  note text not null,
  -- What somebody published of a session that was held before this system, and where.
  reported integer,
  reported_source text
);
create index outreach_session_days on outreach_session (first_day);
create table outreach_session_history (
  like outreach_session, closed_by uuid not null, primary key (id, opened_by)
);

-- At which session an officer decided; carried into the ledger with the activation.
alter table activation add column session uuid;
