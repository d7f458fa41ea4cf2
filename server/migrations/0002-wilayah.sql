-- Regions with Kemendagri codes (data: idn-area-data, ODbL, docs/decisions/0003-region-data.md). A code that is no longer
-- given stays, with its last day: numbers made under it remain valid.
create table wilayah (
  code text collate "C" primary key,
  name text not null,
  valid_from date,
  valid_until date
);
