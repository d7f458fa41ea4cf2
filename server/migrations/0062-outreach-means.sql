-- What an office can send out: officers, vehicles, travel times. Nothing of a resident.
create table outreach_means (
  office uuid primary key references office,
  opened_by uuid not null,
  means jsonb not null
);
create table outreach_means_history (
  like outreach_means, closed_by uuid not null, primary key (office, opened_by)
);
