-- A runbook is what its current version says. A deleted one keeps its row and versions: incidents that
-- linked a version still find it, and a version number never comes back with other words.
create table runbook (
	id uuid primary key,
	name text not null unique,
	current_version int not null check (current_version >= 1),
	deleted_at timestamptz,
	version int not null
);

create table runbook_version (
	id uuid primary key,
	runbook_id uuid not null references runbook (id),
	version int not null check (version >= 1),
	title text not null,
	matchers jsonb not null,
	body text not null,
	created_at timestamptz not null,
	created_by text not null,
	unique (runbook_id, version)
);

create function refuse_change_of_runbook_version() returns trigger language plpgsql as $$
begin
	raise exception 'a version of a runbook is never changed';
end
$$;

create trigger runbook_version_is_immutable before update or delete on runbook_version
	for each row execute function refuse_change_of_runbook_version();
