-- Objections of residents to entries about them, and the officers' answers (UU 27/2022).
create table objection (
  id uuid primary key,
  resident_id uuid not null,
  entry_id uuid not null unique,
  -- what the entry says
  contested jsonb not null,
  reason text not null,
  note text,
  domicile text collate "C" not null,
  opened_at timestamptz(3) not null,
  due_at timestamptz(3) not null,
  outcome text,
  answer text,
  officer_id uuid,
  office_id uuid,
  answered_at timestamptz(3),
  constraint objection_answer check ((outcome is null) = (answered_at is null))
);
create index objection_resident on objection (resident_id, opened_at);
create index objection_waiting on objection (due_at) where outcome is null;
