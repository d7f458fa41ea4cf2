-- Institutions that may put cards into residents' wallets: which types, and the certificate authority of their cards.
create table card_issuer (
  id uuid primary key,
  opened_by uuid not null,
  partner uuid not null references partner,
  issuer text not null,
  types text[] not null,
  card_group text not null,
  root bytea not null,
  state text not null check (state in ('listed', 'ended')),
  listed_at timestamptz(3) not null
);
create unique index card_issuer_listed on card_issuer (issuer) where state = 'listed';
create table card_issuer_history (
  like card_issuer, closed_by uuid not null, primary key (id, opened_by)
);
