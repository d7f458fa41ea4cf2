-- Work is asked for by domicile and of the last year: five years of every office would be added up for each page.
drop index coverage_activation_domicile;
create index coverage_activation_domicile on coverage_activation (projection, domicile, day);
