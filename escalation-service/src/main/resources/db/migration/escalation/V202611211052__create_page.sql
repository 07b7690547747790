-- One row is one notification to one person or channel; its id is the Message-ID of every attempt.
create table page (
	id uuid primary key,
	incident_id uuid not null,
	run integer not null,
	cycle integer not null,
	step integer not null,
	target text not null,
	person text,
	channel text,
	type text not null check (type in ('EMAIL', 'WEBHOOK')),
	address text not null,
	language text not null,
	zone text not null,
	facts jsonb not null,
	status text not null check (status in ('PENDING', 'SENDING', 'DELIVERED', 'FAILED', 'CANCELLED')),
	attempts integer not null,
	-- pending: when it is tried; sending: when the sender is taken for dead
	next_attempt_at timestamptz not null,
	-- false as soon as nobody needs it any more, while it is being sent
	wanted boolean not null,
	-- whether somebody else was told because it failed
	fallen_back boolean not null,
	reason text,
	created_at timestamptz not null,
	delivered_at timestamptz
);

create unique index page_once on page (incident_id, run, cycle, step, target, coalesce(person, channel, ''), address);

create index page_due on page (type, next_attempt_at) where status in ('PENDING', 'SENDING');
