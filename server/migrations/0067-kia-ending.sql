-- Of which end of a KIA a child's guardians were told: once ahead, once when the day has come. A corrected birth date is another end.
create table kia_ending_told (
  child uuid not null references resident,
  until date not null,
  moment text not null check (moment in ('ahead', 'reached')),
  told_at timestamptz(3) not null,
  primary key (child, until, moment)
);
create index resident_kia_until on resident (kia_until) where kia_until is not null;
