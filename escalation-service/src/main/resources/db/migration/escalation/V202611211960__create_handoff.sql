-- One row is one shift change that was found.
create table handoff (
	id uuid primary key,
	schedule text not null,
	role text not null,
	at timestamptz not null,
	-- who went, and who came
	outgoing text[] not null,
	incoming text[] not null,
	-- since when those who went were on call, null when nobody went; until when those who came are
	outgoing_since timestamptz,
	until timestamptz not null,
	team text,
	-- when what the summary tells of begins
	since timestamptz not null,
	announced boolean not null,
	take_over_by timestamptz,
	recorded_at timestamptz not null,
	taken_at timestamptz,
	taken_by text,
	overdue_at timestamptz,
	over_at timestamptz,
	summary jsonb,
	unique (schedule, role, at)
);

create index handoff_listing on handoff (at, id);

create index handoff_due on handoff (take_over_by)
	where take_over_by is not null and taken_at is null and overdue_at is null and over_at is null;

-- Which notice tells whom of a hand-off; meant for a person, or for the last resort of the team when empty.
create table handoff_letter (
	id uuid primary key,
	handoff_id uuid not null references handoff,
	kind text not null check (kind in ('INCOMING', 'OUTGOING', 'UNTAKEN')),
	meant_for text not null,
	address text not null,
	-- whether it was sent to another mailbox because it did not arrive
	lost boolean not null,
	created_at timestamptz not null,
	unique (handoff_id, kind, meant_for, address)
);

-- What people write for the next on call.
create table handoff_note (
	id uuid primary key,
	schedule text not null,
	author text not null,
	written_at timestamptz not null,
	text text not null
);

create index handoff_note_listing on handoff_note (schedule, written_at);

-- Summaries ask what happened in a shift.
create index incident_resolved on incident (resolved_at) where status = 'RESOLVED';
