-- How far each reader of the chain has come: written in the same transaction as what the reader made of the entries.
create table ledger_cursor (
  reader text primary key,
  seq bigint not null
);
