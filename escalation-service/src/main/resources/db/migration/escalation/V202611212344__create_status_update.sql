-- What was told of an incident, in both languages and with times in UTC.
create table status_update (
	id uuid primary key,
	position bigint not null generated always as identity,
	incident_id uuid not null references incident,
	status text not null check (status in ('INVESTIGATING', 'IDENTIFIED', 'MONITORING', 'RESOLVED')),
	message text not null,
	author text not null,
	at timestamptz not null,
	-- when the next was promised
	next_at timestamptz,
	template text,
	subject_en text not null,
	text_en text not null,
	subject_fr text not null,
	text_fr text not null
);

create index status_update_incident on status_update (incident_id, position);

create trigger status_update_stays before update or delete on status_update
	for each row execute function refuse_change();

-- When somebody is reminded of an update that was promised; due no more when it came, or none is owed.
create table update_promise (
	update_id uuid primary key references status_update,
	incident_id uuid not null references incident,
	at timestamptz not null,
	-- in seconds
	every bigint not null check (every > 0),
	reminders integer not null,
	due_at timestamptz
);

create unique index update_promise_open on update_promise (incident_id) where due_at is not null;

create index update_promise_due on update_promise (due_at) where due_at is not null;
