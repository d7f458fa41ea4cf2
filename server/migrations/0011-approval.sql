-- Questions to a resident's handset, and the signed answers. resident_id is null until a wallet claims the question, and
-- for ever when it was addressed to nobody who exists.
create table approval_question (
  id text collate "C" primary key,
  kind text not null,
  state text not null check (state in ('unclaimed', 'open', 'answered', 'expired')),
  resident_id uuid,
  asker_partner text,
  asker_name text not null,
  purpose text not null,
  attributes text[] not null,
  binding_message text,
  acr text,
  period_days integer,
  return_to text,
  asked_at timestamptz(3) not null,
  expires_at timestamptz(3) not null,
  decision text,
  duration text,
  approved_attributes text[],
  answered_by text,
  answered_at timestamptz(3),
  -- the answering request's body and device proof: the resident's signature
  answer_body text,
  answer_proof text,
  constraint approval_question_answer check ((state = 'answered') = (answer_proof is not null)),
  constraint approval_question_resident check (state not in ('open', 'answered') or resident_id is not null)
);
create index approval_question_inbox on approval_question (resident_id, expires_at) where state = 'open';
create index approval_question_waiting on approval_question (expires_at) where state in ('unclaimed', 'open');
