-- Recorded among those who must hold a card: recording begins at 16, so that all recorded over wajib KTP passes 100 %.
alter table coverage_count add column wajib_recorded integer not null default 0;
alter table coverage_day add column wajib_recorded integer not null default 0;
alter table coverage_wajib_change add column wajib_recorded integer not null default 0;
delete from coverage_release;
update coverage_projection set elections = 'counted anew' where elections is not null;
