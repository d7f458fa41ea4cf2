-- A selfie on its way, part by part: gone when it is whole, and when its application ends. No state of anything yet, so
-- without a ledger entry.
create table selfie_upload (
  activation_id uuid primary key references activation,
  digest text not null,
  size int not null,
  image bytea not null
);
