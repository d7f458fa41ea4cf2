-- The figures are counted anew from the first entry: what is kept for each kelurahan/desa has grown.
truncate coverage_count, coverage_wajib_change, coverage_active;
delete from ledger_cursor where reader like 'coverage/%';
delete from coverage_projection;

-- The elections between which a first-time voter comes of age; null until the first entry is counted.
alter table coverage_projection add column elections text;
-- Whether anybody has told us about KIA: until then its count is unknown, not zero.
alter table coverage_projection add column kia_known boolean not null default false;
insert into coverage_projection (shown) values (true);

alter table coverage_count
  add column entitled integer not null,
  add column handed_over integer not null,
  add column pemula integer not null,
  add column pemula_recorded integer not null,
  add column pemula_printed integer not null,
  add column pemula_handed_over integer not null,
  add column activated integer not null,
  add column ended integer not null,
  add column kia_owned integer not null;

-- Who is entitled to a card one day (citizens, ITAP); those who are not wajib KTP yet are the children of KIA.
alter table coverage_wajib_change rename column change to wajib_ktp;
alter table coverage_wajib_change add column entitled integer not null;

-- Enough of each holder to take the count along when they move, and the day from which it stands there.
alter table coverage_active
  add column sex sex not null,
  add column birth_year smallint not null,
  add column since date not null;

-- By how much the counts of a kelurahan/desa, or of a kabupaten/kota, changed with a day.
create table coverage_day (
  projection integer not null,
  region text collate "C" not null,
  day date not null,
  wajib_ktp integer not null,
  recorded integer not null,
  card_printed integer not null,
  handed_over integer not null,
  pemula_recorded integer not null,
  ikd_active integer not null,
  activated integer not null,
  ended integer not null,
  kia_owned integer not null,
  primary key (projection, region, day)
);

-- By sex and year of birth, of a kelurahan/desa or kabupaten/kota: an age band is a range of years, so that nobody's
-- birthday has to be awaited.
create table coverage_group (
  projection integer not null,
  region text collate "C" not null,
  sex sex not null,
  birth_year smallint not null,
  residents integer not null,
  recorded integer not null,
  ikd_active integer not null,
  primary key (projection, region, sex, birth_year)
);

-- Workload: who activated, how and when, beside where the holder is domiciled. `session` is an outreach session's id.
create table coverage_activation (
  projection integer not null,
  office text not null,
  day date not null,
  channel text not null,
  session text not null,
  domicile text collate "C" not null,
  activated integer not null,
  primary key (projection, day, office, channel, session, domicile)
);
