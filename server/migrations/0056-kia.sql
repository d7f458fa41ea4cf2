-- A child's photograph for the KIA from five on, sealed under a key of its own; deleted when the child is 17 or the KIA ends.
create table kia_photograph (
  child uuid primary key references resident,
  sealed bytea not null,
  taken_at timestamptz(3) not null
);

-- Partners of the KIA: play grounds, bookshops, restaurants, by an agreement with an office.
create table kia_partner (
  id uuid primary key,
  opened_by uuid not null,
  name text not null,
  region text collate "C" not null,
  agreement text not null,
  first_day date not null,
  last_day date not null,
  ended boolean not null,
  -- SHA-256 of the code with which the partner's counter checks.
  counter_hash bytea not null unique
);
create index kia_partner_region on kia_partner (region);
create table kia_partner_history (like kia_partner, closed_by uuid not null, primary key (id, opened_by));

create table kia_offer (
  id uuid primary key,
  opened_by uuid not null,
  partner uuid not null references kia_partner,
  title text not null,
  terms text not null,
  first_day date not null,
  last_day date not null,
  band text not null check (band in ('any', 'under5', 'from5')),
  withdrawn boolean not null
);
create index kia_offer_partner on kia_offer (partner);
create table kia_offer_history (like kia_offer, closed_by uuid not null, primary key (id, opened_by));

-- How often an offer was used on a day: a number, and nothing of a child.
create table kia_use (
  offer uuid not null references kia_offer,
  day date not null,
  n integer not null,
  primary key (offer, day)
);

-- Work lists: children without a KIA, and those whose form ends at five, by where they live.
create index resident_kia_due on resident (domicile, birth_date)
  where life = 'present' and marital_status = 'neverMarried' and citizenship <> 'wna-itas';
