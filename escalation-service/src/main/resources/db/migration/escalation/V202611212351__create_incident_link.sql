create table incident_link (
	-- that of the errand it came by
	id uuid primary key,
	incident_id uuid not null references incident,
	kind text not null check (kind in ('WAR_ROOM', 'TICKET')),
	url text not null,
	title text,
	connection text not null,
	at timestamptz not null
);

create index incident_link_incident on incident_link (incident_id);
