create table activation (
  id uuid primary key,
  resident_id uuid not null,
  state text not null,
  device_thumbprint text not null,
  device_x text not null,
  device_y text not null,
  email text,
  phone text not null,
  -- coverage goes to the domicile, workload to the office
  domicile text not null,
  selfie text,
  officer text,
  office text,
  started_at timestamptz(3) not null,
  expires_at timestamptz(3) not null,
  attested_at timestamptz(3),
  activated_at timestamptz(3),
  confirmed_by text,
  closed_at timestamptz(3),
  reason text,
  -- the ledger entries by which the identity became active and ended: what projections ask for
  activated_entry uuid,
  ended_entry uuid
);

-- One NIK, one handset; one handset, one NIK. The database decides, whatever two desks do at the same moment.
create unique index activation_one_per_nik on activation (resident_id) where state in ('attested', 'active');
create unique index activation_one_per_handset on activation (device_thumbprint)
  where state in ('dataVerified', 'awaitingOfficer', 'attested', 'active');
create index activation_resident on activation (resident_id);
-- What a handset holds or held: asked for with every credential and trail.
create index activation_handset on activation (device_thumbprint, activated_at);
create index activation_waiting on activation (expires_at) where state in ('dataVerified', 'awaitingOfficer', 'attested');
create index activation_activated_entry on activation (activated_entry) where activated_entry is not null;
create index activation_ended_entry on activation (ended_entry) where ended_entry is not null;

create table selfie (
  activation_id uuid primary key references activation,
  digest text not null,
  media_type text not null,
  image bytea not null
);

-- The signed objects themselves: proof of who decided what, standing in front of whom.
create table attestation (
  id uuid primary key,
  activation_id uuid not null references activation,
  signed text not null,
  received_at timestamptz(3) not null
);
create index attestation_activation on attestation (activation_id);

-- Confirmation links by the SHA-256 of their token.
create table confirmation_link (
  token_hash bytea primary key,
  activation_id uuid not null references activation,
  used_at timestamptz(3)
);
create index confirmation_link_activation on confirmation_link (activation_id);
