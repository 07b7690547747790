-- One row is one person in one role from when until when; what has ended stays.
create table incident_role (
	id uuid primary key,
	incident_id uuid not null references incident,
	role text not null check (role in ('COMMANDER', 'COMMUNICATIONS', 'SCRIBE', 'EXPERT', 'OBSERVER')),
	person text not null,
	-- what an expert is one of
	subject text check ((subject is not null) = (role = 'EXPERT')),
	since timestamptz not null,
	given_by text not null,
	-- what they were told when they came
	brief text,
	until timestamptz check (until >= since),
	ended_by text check ((ended_by is null) = (until is null)),
	-- what was said when they went
	parting text
);

-- One commander at a time, one who speaks, one who writes.
create unique index incident_role_one on incident_role (incident_id, role)
	where until is null and role in ('COMMANDER', 'COMMUNICATIONS', 'SCRIBE');

create unique index incident_role_person on incident_role (incident_id, role, person, coalesce(subject, ''))
	where until is null;

create index incident_role_history on incident_role (incident_id, since);
