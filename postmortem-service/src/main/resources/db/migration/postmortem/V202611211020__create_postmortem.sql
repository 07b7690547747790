create table postmortem (
	id uuid primary key,
	incident_number bigint not null unique references incident (number),
	status text not null check (status in ('DRAFT', 'PUBLISHED')),
	summary text not null,
	impact text not null,
	root_cause text not null,
	lessons text not null,
	created_at timestamptz not null,
	published_at timestamptz,
	published_by text,
	version int not null,
	check ((status = 'PUBLISHED') = (published_at is not null))
);
