-- What escalation-service tells about its incidents. Statuses, severities and codes are its words: a new one
-- there must not stop this feed here, so no check lists them.
create table incident (
	number bigint primary key,
	title text not null,
	status text not null,
	severity text,
	highest_severity text,
	team text,
	integration text,
	group_labels jsonb not null,
	labels jsonb not null,
	triggered_at timestamptz not null,
	acknowledged_at timestamptz,
	acknowledged_by text,
	resolved_at timestamptz,
	resolved_by text,
	position bigint not null
);

create table incident_entry (
	incident_number bigint not null references incident (number),
	id text not null,
	occurred_at timestamptz not null,
	recorded_at timestamptz not null,
	position bigint not null,
	code text not null,
	actor text,
	params jsonb not null,
	text_en text,
	text_fr text,
	primary key (incident_number, id)
);

create index incident_entry_in_order on incident_entry (incident_number, occurred_at, position, id);
