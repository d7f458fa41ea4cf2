-- A handset that an identity has left for another one: its wallet is told, its key speaks for nobody.
create table left_handset (
  activation_id uuid not null references activation,
  device_thumbprint text not null,
  left_at timestamptz(3) not null,
  primary key (activation_id, device_thumbprint)
);

-- A resident gets an identity back without the handset, or without the PIN, that opens it. The handset is the one that asks.
create table recovery (
  id uuid primary key,
  resident_id uuid not null,
  activation_id uuid not null references activation,
  kind text not null check (kind in ('move', 'reset')),
  device_thumbprint text not null,
  device_x text not null,
  device_y text not null,
  state text not null check (state in
    ('awaitingCode', 'awaitingFace', 'coolingOff', 'officerNeeded', 'completed', 'stopped', 'failed', 'expired')),
  codes smallint not null,
  wrong_codes smallint not null,
  wrong_faces smallint not null,
  -- the identity is on hold because of this recovery alone
  holds boolean not null,
  begun_at timestamptz(3) not null,
  expires_at timestamptz(3) not null,
  ripe_at timestamptz(3),
  closed_at timestamptz(3),
  stopped_by text,
  constraint recovery_cools check ((state = 'coolingOff') <= (ripe_at is not null)),
  constraint recovery_closed check ((state in ('completed', 'stopped', 'failed', 'expired')) = (closed_at is not null))
);
create unique index recovery_one_per_handset on recovery (device_thumbprint)
  where state in ('awaitingCode', 'awaitingFace', 'coolingOff', 'officerNeeded');
create index recovery_of_identity on recovery (activation_id, begun_at);
create index recovery_waiting on recovery (expires_at)
  where state in ('awaitingCode', 'awaitingFace', 'coolingOff', 'officerNeeded');

-- A handset reported lost from any telephone. held_since is the hold that it caused: one from another ground is not its to lift.
create table loss_report (
  id uuid primary key,
  activation_id uuid not null references activation,
  held_since timestamptz(3) not null,
  lifted_at timestamptz(3)
);
create index loss_report_of_identity on loss_report (activation_id, held_since);

-- The signed objects by which officers moved identities to other handsets.
create table move_attestation (
  id uuid primary key,
  activation_id uuid not null references activation,
  signed text not null,
  received_at timestamptz(3) not null
);
create index move_attestation_activation on move_attestation (activation_id);

-- A demonstration shows its text messages beside its mails.
alter table demo_mail add column channel text not null default 'mail' check (channel in ('mail', 'sms'));
