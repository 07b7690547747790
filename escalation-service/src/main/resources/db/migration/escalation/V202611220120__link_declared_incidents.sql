-- The incident whose policy declared this one; null where people or alerts did.
alter table incident add column declared_from uuid references incident;

create index incident_declared_from on incident (declared_from) where declared_from is not null;
