-- What lies in the cupboards of an office. No promise of a program keeps these from going below zero, but the database does.
create table card_stock (
  office uuid primary key references office,
  blanks integer not null constraint stock_blanks check (blanks >= 0),
  -- Of the blanks: those that lie in a printer.
  claimed integer not null constraint stock_claimed check (claimed between 0 and blanks),
  -- Printed cards that wait for their owners.
  printed integer not null constraint stock_printed check (printed >= 0)
);

-- Every change of it, for ever; `id` is the entry of the ledger, or the desk's own id of a delivery.
create table stock_journal (
  id uuid primary key,
  office uuid not null references office,
  at timestamptz(3) not null,
  kind text not null check (kind in ('received', 'printed', 'spoiled', 'handedOver')),
  quantity integer not null check (quantity > 0),
  -- Delivery note, or why it was spoiled; nothing of a person.
  note text not null,
  officer uuid not null references officer,
  blanks integer not null,
  printed integer not null
);
create index stock_journal_office on stock_journal (office, at desc);

-- Cards of residents, each one piece of plastic or the wish for one.
create table card (
  id uuid primary key,
  opened_by uuid not null,
  resident uuid not null references resident,
  office uuid not null references office,
  state text not null check (state in ('ordered', 'printing', 'printed', 'handedOver', 'spoiled', 'replaced', 'cancelled')),
  reason text not null check (reason in ('first', 'lost', 'damaged', 'changed')),
  police_report text,
  run uuid,
  -- How often its present run was sent to a printer.
  sent integer not null default 0,
  -- SHA-256 of what it prints, base64url: whether it still says what the record says.
  face text,
  constraint card_lost_reported check ((reason = 'lost') = (police_report is not null)),
  constraint card_in_run check ((state = 'printing') <= (run is not null))
);
-- Nobody has two cards under way, whatever races.
create unique index card_one_live on card (resident) where state in ('ordered', 'printing', 'printed');
create index card_resident on card (resident);
create index card_office on card (office, state);
create table card_history (like card, closed_by uuid not null, primary key (id, opened_by));

-- Cards that lie in one printer together.
create table print_run (
  id uuid primary key,
  opened_by uuid not null,
  office uuid not null references office,
  officer uuid not null references officer,
  begun_at timestamptz(3) not null
);

-- Who took a card, with a signature sealed as specially protected data.
create table card_receipt (
  card uuid primary key references card,
  receiver text not null check (receiver in ('owner', 'family')),
  sealed bytea not null,
  at timestamptz(3) not null
);
