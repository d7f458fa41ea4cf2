-- Lists for provisional cards alone: a kit gets a block of places at once, and uses them without asking.
alter table status_list add column provisional boolean not null default false;
insert into status_list (number, provisional)
  select (select max(number) from status_list) + more, true from generate_series(1, 2) as more;

-- status: 0 valid, 1 revoked, 2 suspended. activation_id: what came of the card.
create table provisional_place (
  list integer not null references status_list,
  idx integer not null,
  kit uuid not null,
  position integer not null,
  status smallint not null default 0,
  activation_id uuid references activation,
  primary key (list, idx),
  unique (kit, position)
);
create index provisional_place_not_valid on provisional_place (list) where status <> 0;
create index provisional_place_activation on provisional_place (activation_id) where activation_id is not null;
