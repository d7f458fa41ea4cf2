-- Who serves at a session, by account: names that somebody typed confirm nobody. Those that are an account's are kept.
alter table outreach_session add column team uuid[] not null default '{}';
alter table outreach_session_history add column team uuid[] not null default '{}';
update outreach_session set team = array(
  select officer.id from officer where officer.office = outreach_session.office and officer.name = any(badges)
);
update outreach_session_history set team = array(
  select officer.id from officer where officer.office = outreach_session_history.office and officer.name = any(badges)
);
alter table outreach_session drop column badges;
alter table outreach_session_history drop column badges;
