-- Passes: what a child's KIA shows at a counter, each with a key and an entry of the status list of its own, so that no two
-- showings can be told to come from one telephone.
alter table credential
  drop constraint credential_kind_check,
  add constraint credential_kind_check check (kind in ('ikd', 'kia', 'kk', 'kiaPass')),
  drop constraint credential_of_child,
  add constraint credential_of_child check ((kind in ('kia', 'kiaPass')) = (child is not null));
drop index credential_kept;
create unique index credential_kept on credential (activation_id, kind, coalesce(child, '00000000-0000-0000-0000-000000000000'))
  where response_id is null and status <> 1 and kind <> 'kiaPass';
