-- The extract of one person's record, as a signed PDF beside the family card.
alter table signed_document
  drop constraint signed_document_kind_check,
  add constraint signed_document_kind_check
    check (kind in ('kk', 'biodata', 'birth', 'death', 'marriage', 'divorce')),
  drop constraint signed_document_event,
  add constraint signed_document_event check ((event is null) = (kind in ('kk', 'biodata')));
