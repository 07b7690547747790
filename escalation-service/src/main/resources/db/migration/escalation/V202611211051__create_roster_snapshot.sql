-- The last answer of oncall-service, kept for when it is away.
create table roster_snapshot (
	single boolean primary key default true check (single),
	id uuid not null,
	taken_at timestamptz not null,
	body jsonb not null
);
