-- What an incident's timeline says is away; gone when it is back.
create table incident_outage (
	incident_id uuid not null references incident,
	circuit text not null,
	since timestamptz not null,
	primary key (incident_id, circuit)
);
