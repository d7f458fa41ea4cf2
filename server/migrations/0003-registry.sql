create type sex as enum ('female', 'male');
create type marital_status as enum ('neverMarried', 'married', 'divorced', 'widowed');
create type family_relation as enum ('head', 'spouse', 'child', 'parent', 'otherRelative', 'other');
create type blood_type as enum ('A', 'B', 'AB', 'O');
create type citizenship as enum ('wni', 'wna-itap', 'wna-itas');
create type life as enum ('present', 'deceased', 'movedOut');
create type recording_state as enum (
  'unregistered', 'bioCaptured', 'processing', 'sentForEnrolment', 'receivedAtCentral', 'printReady', 'printed',
  'handedOver', 'enrolFailureAtCentral', 'enrolFailureAtRegion', 'searchFailure'
);

-- The current version of each record. Fixed-width columns first: no padding between them in four million rows.
-- No foreign key on domicile: codes are checked at the doors, and a look-up per row would slow an import by a third.
create table resident (
  id uuid primary key,
  opened_by uuid not null,
  nik bigint not null,
  no_kk bigint not null,
  relation family_relation not null,
  sex sex not null,
  birth_date date not null,
  marital_status marital_status not null,
  first_married_on date,
  blood_type blood_type,
  citizenship citizenship not null,
  permit_from date,
  permit_until date,
  recording recording_state not null,
  recorded_on date,
  life life not null,
  life_on date,
  valid_from date not null,
  -- Derived by core/src/registry/wajibKtp.ts at every write: the half-open interval of days, or null.
  wajib_from date,
  wajib_until date,
  domicile text collate "C" not null,
  name text not null,
  birth_place text not null,
  religion text not null,
  occupation text not null,
  address text not null,
  constraint resident_nik unique (nik),
  constraint resident_life_on check ((life = 'present') = (life_on is null)),
  constraint resident_permit check ((citizenship = 'wni') = (permit_from is null and permit_until is null))
);
create index resident_no_kk on resident (no_kk);
create index resident_opened_by on resident (opened_by);

-- Closed versions, each with the entry that ended it.
create table resident_history (
  like resident,
  closed_by uuid not null,
  primary key (id, opened_by)
);
create index resident_history_opened_by on resident_history (opened_by);
create index resident_history_closed_by on resident_history (closed_by);

-- How far the import of a file has come; written in the transaction of each batch, so a killed import goes on from there.
create table import_run (
  file_digest text primary key,
  as_of date not null,
  started_at timestamptz(3) not null,
  finished_at timestamptz(3),
  byte_offset bigint not null default 0,
  batches integer not null default 0,
  added bigint not null default 0,
  changed bigint not null default 0,
  unchanged bigint not null default 0
);
