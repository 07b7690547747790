-- What people want to hear nothing of, and when. The window is the present one or the next; what is over for good has none.
create table silence (
	name text primary key,
	version integer not null,
	spec jsonb not null,
	author text not null,
	ad_hoc boolean not null,
	armed_at timestamptz not null,
	window_start timestamptz,
	window_end timestamptz,
	started boolean not null,
	ended_at timestamptz,
	ended_by text,
	ended_for_good boolean not null default false,
	removed_at timestamptz,
	check ((window_start is null) = (window_end is null)),
	check (window_start is not null or not started),
	check ((ended_at is null) = (ended_by is null))
);

create index silence_by_window on silence (window_start) where window_start is not null;

comment on column silence.author is 'who wrote it as it is now';
comment on column silence.ad_hoc is 'made without a name of its own, so no set of documents need know it';
comment on column silence.armed_at is 'when it begins, if the document does not say';
comment on column silence.started is 'whether the start of the window was announced';
comment on column silence.ended_at is 'when somebody ended it early: windows that had begun by then are over';
comment on column silence.removed_at is 'its row stays for as long as its windows are remembered';

-- Every window that was in force, with what the silence said then.
create table silence_window (
	silence text not null references silence (name) on delete cascade,
	starts_at timestamptz not null,
	ends_at timestamptz not null,
	over boolean not null,
	spec jsonb not null,
	author text not null,
	ended_by text,
	primary key (silence, starts_at)
);

comment on column silence_window.ends_at is 'planned, until it is over';
