-- Work lists of first-time voters: whoever is not recorded, by village and age.
create index resident_not_recorded on resident (domicile, birth_date)
  where life = 'present'
    and recording in ('unregistered', 'enrolFailureAtCentral', 'enrolFailureAtRegion', 'searchFailure');

-- The registry knows no schools: an office brings its schools' lists (docs/decisions/0042).
create table school_pupil (
  resident uuid primary key references resident,
  opened_by uuid not null,
  -- Nomor Pokok Sekolah Nasional, eight characters.
  npsn text not null,
  school text not null,
  -- The office that brought the list.
  office uuid not null references office
);
create index school_pupil_office on school_pupil (office, npsn);
create table school_pupil_history (like school_pupil, closed_by uuid not null, primary key (resident, opened_by));
