-- Which dataset copies were asked for that are not handed over yet (OpenID4VCI 1.0 section 8.2); null for the one of its configuration.
alter table deferred_credential add column identifier text;
