-- What residents ask of the office from the wallet: the request as it stands, what it was, and the photographed papers.
create table service_request (
  id uuid primary key,
  opened_by uuid not null,
  resident_id uuid not null,
  domicile text collate "C" not null,
  state text not null,
  wish jsonb not null,
  documents text[] not null,
  opened_at timestamptz(3) not null,
  promised_on date not null,
  climbed_at timestamptz(3),
  officer text,
  office text,
  handled_at timestamptz(3),
  reason text,
  said text
);
create index service_request_resident on service_request (resident_id, opened_at);
create index service_request_open on service_request (domicile, promised_on) where state in ('waiting', 'inHand', 'needsMore');
create table service_request_history (
  like service_request, closed_by uuid not null, primary key (id, opened_by)
);

-- A paper on its way, part by part, and whole. Attached to a request or swept after a day; gone with the request's answer and
-- the time in which it may be contested.
create table service_document (
  resident_id uuid not null,
  digest text not null,
  size int not null,
  image bytea not null,
  media_type text,
  touched_at timestamptz(3) not null,
  primary key (resident_id, digest)
);
create index service_document_touched on service_document (touched_at);
