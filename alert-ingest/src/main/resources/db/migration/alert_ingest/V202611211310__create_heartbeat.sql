-- What must be heard of again and again: a sender that falls silent is found by the time on its row.
create table heartbeat (
	name text primary key,
	version integer not null,
	spec jsonb not null,
	integration_id uuid not null references integration (id),
	matching boolean not null,
	patience interval not null,
	armed_at timestamptz not null,
	last_beat_at timestamptz,
	due_at timestamptz,
	lapsed_at timestamptz,
	pause_reason text,
	paused_until timestamptz,
	check (paused_until is null or pause_reason is not null)
) with (fillfactor = 70);

create index heartbeat_of_integration on heartbeat (integration_id);

comment on column heartbeat.patience is 'interval and grace together';
comment on column heartbeat.matching is 'whether alerts of the integration that match are its beats';
comment on column heartbeat.due_at is 'when it lapses unless it is heard of; null while it is paused without an end. No index: a beat must not touch one';
comment on column heartbeat.pause_reason is 'null: never paused, or resumed';
