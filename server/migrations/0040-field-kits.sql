-- A kit: one browser, prepared for one outreach session. It says what it holds; the data themselves are on the kit.
create table field_kit (
  id uuid primary key,
  opened_by uuid not null,
  session uuid not null references outreach_session,
  office uuid not null references office,
  label text not null,
  state text not null check (state in ('prepared', 'eraseOrdered', 'erased', 'revoked')),
  -- when a revoked kit was lost: what was signed from then on nobody believes
  lost_at timestamptz(3),
  prepared_at timestamptz(3) not null,
  constraint field_kit_lost check ((state = 'revoked') = (lost_at is not null))
);
create index field_kit_office on field_kit (office, prepared_at);
create table field_kit_history (like field_kit, closed_by uuid not null, primary key (id, opened_by));

-- When a kit was last heard of, and how many entries it says it wrote.
create table field_contact (
  kit uuid primary key references field_kit,
  seen_at timestamptz(3) not null,
  last_written integer not null
);

-- One key for each officer who uses the kit, with the certificate of its session.
create table field_kit_key (
  thumbprint text collate "C" primary key,
  opened_by uuid not null,
  kit uuid not null references field_kit,
  officer uuid not null references officer,
  jwk jsonb not null,
  certificate bytea not null,
  unique (kit, officer)
);

-- Whose records a kit may carry, and when it first got each.
create table field_carried (
  kit uuid not null references field_kit,
  resident uuid not null,
  read_at timestamptz(3),
  primary key (kit, resident)
);
