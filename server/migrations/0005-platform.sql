-- Tries per NIK, under an HMAC of the NIK: a table of numbers that were tried must not be a list of NIKs.
-- Unlogged: losing it in a crash forgives a few tries, and writing it waits for no disk.
create unlogged table try_count (
  key bytea primary key,
  tries int not null,
  window_start timestamptz(3) not null,
  -- HMAC of the whole try: the same form sent again, because its answer got lost, is no second try
  last_try bytea not null
);

-- Mail of a demonstration without an SMTP server.
create table demo_mail (
  id uuid primary key,
  at timestamptz(3) not null,
  recipient text not null,
  subject text not null,
  body_text text not null,
  body_html text not null
);
