-- Beside the IKD a handset keeps the family card and the KIA of children for whom its holder answers.
alter table credential
  add column kind text not null default 'ikd' check (kind in ('ikd', 'kia', 'kk')),
  add column child uuid references resident,
  add constraint credential_of_child check ((kind = 'kia') = (child is not null));
drop index credential_kept;
create unique index credential_kept on credential (activation_id, kind, coalesce(child, '00000000-0000-0000-0000-000000000000'))
  where response_id is null and status <> 1;
create index credential_child on credential (child) where child is not null;
