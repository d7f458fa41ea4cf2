-- Documents as PDF are signed by a key of their own, certified by the same root.
alter table issuer_certificate drop constraint issuer_certificate_role_check,
  add constraint issuer_certificate_role_check check (role in ('root', 'issuer', 'document'));
