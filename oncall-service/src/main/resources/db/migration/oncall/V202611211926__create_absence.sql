-- Who is away when, as people wrote it down here; what calendars say of it is read from them.
create table absence (
	id uuid primary key,
	person text not null references person (name) on update cascade on delete cascade,
	starts_at timestamptz not null,
	ends_at timestamptz not null,
	reason text,
	author text not null,
	made_at timestamptz not null,
	check (starts_at < ends_at),
	check (ends_at <= starts_at + interval '8784 hours')
);

-- What is long over is never looked at: no absence lasts more than 366 days.
create index absence_by_end on absence (ends_at);

create index absence_of_person on absence (person);
