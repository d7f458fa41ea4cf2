-- When a partner's statements were mostly wrong within an hour: it looked like guessing. One row an hour and partner at most.
create table match_alarm (
  partner uuid not null,
  at timestamptz(3) not null,
  client text not null,
  primary key (partner, at)
);
