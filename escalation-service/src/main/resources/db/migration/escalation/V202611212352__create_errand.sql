-- One row is one thing that another program is asked for; its id is the same at every attempt.
create table errand (
	id uuid primary key,
	incident_id uuid not null references incident,
	what text not null check (what in ('WAR_ROOM', 'TICKET')),
	connection text not null,
	-- null when a policy asked
	asked_by text,
	status text not null check (status in ('OPEN', 'DONE', 'FAILED')),
	attempts integer not null,
	-- when it is tried, or when whoever tries it is taken for dead
	next_attempt_at timestamptz not null,
	reason text,
	created_at timestamptz not null
);

create index errand_due on errand (next_attempt_at) where status = 'OPEN';
-- one war room an incident, one ticket an incident and connection, unless it failed
create unique index errand_once on errand (incident_id, what, (case what when 'WAR_ROOM' then '' else connection end))
	where status <> 'FAILED';
