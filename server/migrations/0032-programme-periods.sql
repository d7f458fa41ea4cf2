-- How far applications came and why they fell out, by kabupaten/kota of domicile. The figures are counted anew for it.
create table coverage_step (
  projection integer not null,
  region text collate "C" not null,
  day date not null,
  step text not null,
  -- Why it ended there; empty for a step that was passed.
  reason text not null,
  n integer not null,
  primary key (projection, region, day, step, reason)
);
update coverage_projection set elections = 'counted anew' where elections is not null;

-- What is public of kelurahan/desa, kecamatan and groups: published once a period, small cells withheld (null).
create table coverage_release (
  period_end date not null,
  region text collate "C" not null,
  -- `ikdActive`, or `ikdActive/female/25-34`.
  cell text not null,
  value integer,
  primary key (period_end, region, cell)
);

-- The fifteen-day close: what a kabupaten/kota confirmed, as it stood. A revision is a version of its own beside it.
create table period_close (
  region text collate "C" not null,
  period_end date not null,
  opened_by uuid not null,
  revision integer not null,
  counts jsonb not null,
  reason text,
  office uuid not null references office,
  officer uuid not null references officer,
  confirmed_at timestamptz(3) not null,
  primary key (region, period_end)
);
create table period_close_history (like period_close, closed_by uuid not null, primary key (region, period_end, opened_by));

create index coverage_activation_domicile on coverage_activation (projection, domicile);
