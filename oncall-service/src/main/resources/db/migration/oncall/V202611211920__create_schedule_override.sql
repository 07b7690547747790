-- Who is on call instead. Rows stay: of an override that was taken back what had passed by then, and nothing, where
-- it had not begun.
create table schedule_override (
	id uuid primary key,
	number bigint generated always as identity,
	schedule text not null,
	person text not null references person (name) on update cascade,
	role text not null check (role in ('PRIMARY', 'BACKUP', 'SHADOW', 'MANAGER')),
	replaces text references person (name) on update cascade,
	asked_from timestamptz not null,
	asked_to timestamptz not null,
	starts_at timestamptz not null,
	ends_at timestamptz not null,
	reason text,
	author text not null,
	made_at timestamptz not null,
	ended_at timestamptz,
	ended_by text,
	check (asked_from < asked_to),
	check (starts_at <= ends_at),
	check (ends_at <= starts_at + interval '8784 hours')
);

-- What is long over is never looked at: no override lasts more than 366 days.
create index schedule_override_by_end on schedule_override (ends_at);

create index schedule_override_of_schedule on schedule_override (schedule, ends_at);

create index schedule_override_of_person on schedule_override (person);

comment on column schedule_override.number is 'the order in which they were made: later ones lie over earlier ones';
comment on column schedule_override.ended_by is 'who took it back; null if its schedule went';
