-- Since when an identity is on hold because of a recovery: one that the office has put on it since is not the recovery's to lift.
alter table recovery add column held_since timestamptz(3);
update recovery set held_since = activation.suspended_at from activation where activation.id = activation_id and holds;
alter table recovery drop column holds;
