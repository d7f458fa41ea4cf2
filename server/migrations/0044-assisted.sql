-- Whoever has no telephone number of their own gives none; an officer then hands over a code on paper.
alter table activation alter column phone drop not null;

-- The handset of a household: the name of the handset's key by which its owner let this person share the telephone. Each has
-- a key and a PIN of their own, so that one key still is one NIK.
alter table activation add column shared_by text;
create index activation_shared_by on activation (shared_by) where shared_by is not null;

-- Who helped with the application, as the applicant said.
alter table activation add column helper_id uuid;
