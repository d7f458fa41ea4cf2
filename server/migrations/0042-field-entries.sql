-- What kits wrote down, as they signed it, and what became of each. A number belongs to the first entry that came with
-- it; others with the same number are forks.
create table field_entry (
  digest text collate "C" primary key,
  opened_by uuid not null,
  kit uuid not null references field_kit,
  n integer not null,
  fork boolean not null,
  prev text collate "C",
  officer uuid not null references officer,
  at timestamptz(3) not null,
  signed text not null,
  received_at timestamptz(3) not null,
  -- what it decides about, as far as that can be read and its signature holds
  application uuid,
  handset text collate "C",
  decision text,
  reason text,
  photo text collate "C",
  card integer,
  -- or which number it takes back
  voids integer,
  outcome text not null check (outcome in ('accepted', 'waitsForPhoto', 'conflict', 'voided', 'givenUp')),
  code text,
  activation_id uuid references activation,
  -- by the head of office
  released boolean not null default false,
  -- why the office released it or gave it up
  note text not null default ''
);
create unique index field_entry_number on field_entry (kit, n) where not fork;
create index field_entry_open on field_entry (kit, n) where outcome in ('waitsForPhoto', 'conflict');
create index field_entry_application on field_entry (application) where application is not null;
create index field_entry_handset on field_entry (handset, at) where handset is not null;
create index field_entry_card on field_entry (kit, card) where card is not null;
create index field_entry_voids on field_entry (kit, voids) where voids is not null;

create table field_entry_history (
  digest text collate "C" not null,
  opened_by uuid not null,
  closed_by uuid not null,
  outcome text not null,
  code text,
  activation_id uuid,
  released boolean not null,
  primary key (digest, opened_by)
);

-- Photographs on their way home, by the digest that entries name; gone as soon as nothing waits for them any more.
create table field_photo (
  kit uuid not null references field_kit,
  digest text collate "C" not null,
  size integer not null,
  image bytea not null,
  complete boolean not null default false,
  touched_at timestamptz(3) not null,
  primary key (kit, digest)
);
