-- Which synthetic population was created here, once it is complete.
create table demo_population (
  one boolean primary key default true check (one),
  residents int not null,
  seed int not null
);
