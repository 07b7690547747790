-- Who alone may know of a private incident: objects with person, addedBy and addedAt, the first named first.
alter table incident add column people jsonb not null default '[]';

alter table incident add constraint incident_private_to_somebody check (not private or people <> '[]');
