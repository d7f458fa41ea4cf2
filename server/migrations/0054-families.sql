-- A record that ought not to be is annulled: a second NIK of one person, a birth that was registered by mistake.
alter type life add value 'annulled';

-- The KIA that a child holds or held: `kia_until` is the first day on which it is no longer valid.
create type kia_form as enum ('under5', 'from5');
alter table resident add column kia_form kia_form, add column kia_issued_on date, add column kia_until date,
  add constraint resident_kia check ((kia_form is null) = (kia_issued_on is null) and (kia_form is null) = (kia_until is null));
alter table resident_history add column kia_form kia_form, add column kia_issued_on date, add column kia_until date;

-- The last serial given under a prefix of twelve digits: of NIK (PPKKCCDDMMYY) and of family cards, which have a series each.
create table number_series (
  kind text not null check (kind in ('nik', 'noKk')),
  prefix bigint not null,
  last smallint not null,
  primary key (kind, prefix)
);

-- What happened in a family, as an officer recorded it: never changed, never deleted. A correction is an event of its own.
create table life_event (
  id uuid primary key,
  -- In the order of recording.
  place bigint generated always as identity,
  kind text not null,
  happened_on date not null,
  recorded_at timestamptz(3) not null,
  officer uuid not null,
  office uuid not null,
  evidence text not null,
  evidence_number text not null,
  corrects uuid references life_event
);
-- An event is corrected once.
create unique index life_event_corrects on life_event (corrects) where corrects is not null;

-- Whom an event concerns and as what; `entry` is the ledger entry that opened their next version, if it did.
create table life_event_person (
  event uuid not null references life_event,
  resident uuid not null,
  role text not null,
  entry uuid,
  primary key (event, resident)
);
create index life_event_person_resident on life_event_person (resident);

-- Who answers for a child. Without a row it is the head and the spouse of its family card; with rows it is those alone.
create table guardianship (
  child uuid not null,
  guardian uuid not null,
  ground text not null check (ground in ('mother', 'father', 'familyCard', 'adoption', 'foster', 'court')),
  opened_by uuid not null,
  primary key (child, guardian)
);
create index guardianship_guardian on guardianship (guardian);
create table guardianship_history (
  like guardianship,
  closed_by uuid not null,
  primary key (child, guardian, opened_by)
);
