-- The share of its base that an indicator ought to reach in a year; of the region itself or of the nearest one above.
create table programme_target (
  indicator text not null,
  year integer not null,
  region text collate "C" not null,
  opened_by uuid not null,
  percent double precision not null,
  set_at timestamptz(3) not null,
  -- The office that set it; null: the installation's own beginning.
  office uuid references office,
  primary key (indicator, year, region)
);
create table programme_target_history (like programme_target, closed_by uuid not null, primary key (indicator, year, region, opened_by));

-- A report as it was brought, with the very file.
create table report (
  id uuid primary key,
  opened_by uuid not null,
  office uuid not null references office,
  officer uuid not null references officer,
  name text not null,
  media_type text not null,
  digest text not null,
  bytes bytea not null,
  rows integer not null,
  taken_at timestamptz(3) not null,
  constraint report_once unique (digest)
);

-- The report that brought a figure; null: an article.
alter table published_figure add column report uuid references report;
alter table published_figure_history add column report uuid;
create index published_figure_region on published_figure (region);

-- What does not fit together among published figures: stays until somebody resolves it with a reason.
create table contradiction (
  id text primary key,
  opened_by uuid not null,
  region text collate "C" not null,
  found_at timestamptz(3) not null,
  told jsonb not null,
  reason text,
  resolved_at timestamptz(3),
  resolved_by uuid references office,
  constraint contradiction_resolved check ((reason is null) = (resolved_at is null))
);
create table contradiction_history (like contradiction, closed_by uuid not null, primary key (id, opened_by));
