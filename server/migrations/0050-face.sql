-- What came of comparing a selfie with the photograph of the recording. Goes with the selfie; the finding that the officer read
-- stands in the signed attestation.
create table selfie_comparison (
  activation_id uuid primary key references activation,
  selfie text not null,
  finding text not null,
  distance real,
  compared_at timestamptz(3) not null
);

-- Templates of recorded faces, sealed: where the search for duplicates is built from. `added` numbers them, so that each
-- process takes in what came since it looked last.
create table face_template (
  id uuid primary key,
  resident_id uuid not null,
  sealed bytea not null,
  added bigint generated always as identity unique
);
create index face_template_resident on face_template (resident_id);
