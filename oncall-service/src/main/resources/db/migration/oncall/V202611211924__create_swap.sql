-- People ask others to take shifts of theirs.
create table swap (
	id uuid primary key,
	number bigint generated always as identity,
	schedule text not null,
	kind text not null check (kind in ('COVER', 'EXCHANGE')),
	requester text not null references person (name) on update cascade,
	addressee text references person (name) on update cascade,
	role text check (role in ('PRIMARY', 'BACKUP', 'SHADOW', 'MANAGER')),
	asked_from timestamptz not null,
	asked_to timestamptz not null,
	reason text,
	requested_at timestamptz not null,
	status text not null check (status in ('REQUESTED', 'OFFERED', 'ACCEPTED', 'DECLINED', 'WITHDRAWN', 'EXPIRED')),
	taker text references person (name) on update cascade,
	changed_at timestamptz not null,
	changed_by text,
	accepted_at timestamptz,
	due_at timestamptz not null,
	last_end timestamptz not null,
	remind_at timestamptz,
	drifted boolean not null,
	check (status not in ('OFFERED', 'ACCEPTED') or taker is not null),
	check (status <> 'ACCEPTED' or accepted_at is not null)
);

create unique index swap_by_number on swap (number);

create index swap_due on swap (due_at) where status in ('REQUESTED', 'OFFERED');

create index swap_to_remind on swap (remind_at) where status = 'REQUESTED';

create index swap_of_schedule on swap (schedule, last_end);

comment on column swap.number is 'the order in which they were made: later ones lie over earlier ones';
comment on column swap.addressee is 'who alone may take them; null: whoever wants to';
comment on column swap.due_at is 'when nothing of it is to come that could be taken';
comment on column swap.last_end is 'when the last of its shifts ends';
comment on column swap.drifted is 'the shifts that it is about are not as they were';

-- The shifts that a swap is about, as they were when they were given.
create table swap_part (
	swap uuid not null references swap (id) on delete cascade,
	returned boolean not null,
	position integer not null,
	shift uuid not null,
	role text not null check (role in ('PRIMARY', 'BACKUP', 'SHADOW', 'MANAGER')),
	starts_at timestamptz not null,
	ends_at timestamptz not null,
	primary key (swap, returned, position),
	check (starts_at < ends_at)
);

-- What accepted swaps change. Of one that was withdrawn what had passed by then stays.
create table swap_takeover (
	swap uuid not null references swap (id) on delete cascade,
	number bigint not null,
	schedule text not null,
	requested_at timestamptz not null,
	person text not null references person (name) on update cascade,
	replaces text not null references person (name) on update cascade,
	role text not null check (role in ('PRIMARY', 'BACKUP', 'SHADOW', 'MANAGER')),
	starts_at timestamptz not null,
	ends_at timestamptz not null,
	primary key (swap, person, role, starts_at),
	check (starts_at < ends_at),
	check (ends_at <= starts_at + interval '8784 hours')
);

-- What is long over is never looked at: no swap is about more than 366 days.
create index swap_takeover_by_end on swap_takeover (ends_at);

create index swap_takeover_of_schedule on swap_takeover (schedule, ends_at);
