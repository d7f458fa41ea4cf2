-- A projection of the ledger: what is counted, up to which entry and which day. Exactly one is shown; another one is
-- being rebuilt beside it at most.
create table coverage_projection (
  id integer primary key generated always as identity,
  shown boolean not null default false,
  counted_up_to bigint not null default 0,
  -- coverage_count.wajib_ktp holds on this day; later changes wait in coverage_wajib_change.
  turned_to date not null default '1900-01-01'
);
create unique index coverage_projection_shown on coverage_projection (shown) where shown;
create unique index coverage_projection_rebuilt on coverage_projection (shown) where not shown;
insert into coverage_projection (shown) values (true);

-- Per kelurahan/desa: a page adds up a thousand rows, whatever the number of people.
create table coverage_count (
  projection integer not null,
  domicile text collate "C" not null,
  residents integer not null,
  wajib_ktp integer not null,
  recorded integer not null,
  card_printed integer not null,
  ikd_active integer not null,
  primary key (projection, domicile)
);

-- Birthdays, ends of permits: by how much wajib KTP changes on a day to come.
create table coverage_wajib_change (
  projection integer not null,
  day date not null,
  domicile text collate "C" not null,
  change integer not null,
  primary key (projection, day, domicile)
);

-- Whose identity is active and where it is counted, so that a move or a death takes the count along.
create table coverage_active (
  projection integer not null,
  resident uuid not null,
  domicile text collate "C" not null,
  present boolean not null,
  primary key (projection, resident)
);

-- What others published, as they printed it.
create table published_figure (
  id text primary key,
  opened_by uuid not null,
  place integer not null,
  indicator text not null,
  region text collate "C" not null,
  region_name text not null,
  as_of date,
  numerator bigint,
  denominator bigint,
  denominator_kind text,
  percent_published text,
  target_percent double precision,
  target_year integer,
  source text not null,
  note text
);
create table published_figure_history (
  like published_figure,
  closed_by uuid not null,
  primary key (id, opened_by)
);
