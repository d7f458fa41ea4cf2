-- A KIA is valid until a birthday: until that day comes, its end waits beside those of wajib KTP.
alter table coverage_wajib_change add column kia_owned integer not null default 0;
