-- Spans that were planned by hand. An edit keeps the shifts up to then.
create table temporary_schedule (
	id uuid primary key,
	number bigint generated always as identity,
	schedule text not null,
	starts_at timestamptz not null,
	ends_at timestamptz not null,
	reason text,
	author text not null,
	made_at timestamptz not null,
	editor text not null,
	ended_at timestamptz,
	check (starts_at <= ends_at),
	check (ends_at <= starts_at + interval '8784 hours')
);

create index temporary_schedule_by_end on temporary_schedule (ends_at);

create index temporary_schedule_of_schedule on temporary_schedule (schedule, ends_at);

comment on column temporary_schedule.number is 'the order in which they were made: later ones lie over earlier ones';
comment on column temporary_schedule.editor is 'who said last how it is';

create table temporary_shift (
	temporary uuid not null references temporary_schedule (id) on delete cascade,
	person text not null references person (name) on update cascade,
	role text not null check (role in ('PRIMARY', 'BACKUP', 'SHADOW', 'MANAGER')),
	starts_at timestamptz not null,
	ends_at timestamptz not null,
	primary key (temporary, role, person, starts_at),
	check (starts_at < ends_at)
);

create index temporary_shift_of_person on temporary_shift (person);
