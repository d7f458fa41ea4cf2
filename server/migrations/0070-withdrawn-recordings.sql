-- A recording that turned out to hold somebody else's picture is withdrawn; whoever decided it, and on what ground.
create table recording_withdrawal (
  opened_by uuid primary key,
  resident uuid not null references resident,
  -- Null of who was recorded in another system.
  capture uuid references capture,
  officer uuid not null references officer,
  -- An officer's words; they stay out of the ledger, which is for ever.
  reason text not null
);
create index recording_withdrawal_resident on recording_withdrawal (resident);

-- `earlierPhotograph`: the picture of the candidate's own, earlier recording is this person's.
alter table duplicate_candidate drop constraint duplicate_candidate_verdict_check;
alter table duplicate_candidate add constraint duplicate_candidate_verdict_check
  check (verdict in ('different', 'same', 'photograph', 'earlierPhotograph'));
create index duplicate_candidate_open on duplicate_candidate (candidate) where verdict is null;

-- `withdrawn`: in somebody's pocket, and no longer valid.
alter table card drop constraint card_state_check;
alter table card add constraint card_state_check
  check (state in ('ordered', 'printing', 'printed', 'handedOver', 'spoiled', 'replaced', 'cancelled', 'withdrawn'));
