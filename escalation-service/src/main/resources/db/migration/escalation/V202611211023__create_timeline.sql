create table timeline_entry (
	id bigint primary key generated always as identity,
	incident_id uuid not null references incident,
	occurred_at timestamptz not null,
	recorded_at timestamptz not null,
	code text not null,
	actor text,
	params jsonb not null
);

create index timeline_entry_incident on timeline_entry (incident_id, id);

create trigger timeline_entry_stays before update or delete on timeline_entry
	for each row execute function refuse_change();
