-- Blanks of the KIA beside those of the KTP-el: an office counts each by itself.
alter table card_stock add column card text not null default 'ktpEl' check (card in ('ktpEl', 'kia'));
alter table card_stock alter column card drop default, drop constraint card_stock_pkey, add primary key (office, card);
alter table stock_journal add column card text not null default 'ktpEl' check (card in ('ktpEl', 'kia'));
alter table stock_journal alter column card drop default;
drop index stock_journal_office;
create index stock_journal_office on stock_journal (office, card, at desc);

-- KIA as pieces of plastic: in a printer, waiting for a guardian, handed over, spoiled, or never come out.
create table kia_card (
  id uuid primary key,
  opened_by uuid not null,
  child uuid not null references resident,
  office uuid not null references office,
  state text not null check (state in ('printing', 'printed', 'handedOver', 'spoiled', 'notPrinted')),
  -- SHA-256 of what it prints, base64url: whether it still says what the record says.
  face text not null
);
-- No child has two under way, whatever races.
create unique index kia_card_one_live on kia_card (child) where state in ('printing', 'printed');
create index kia_card_office on kia_card (office) where state in ('printing', 'printed');
create table kia_card_history (like kia_card, closed_by uuid not null, primary key (id, opened_by));
