-- How updates are worded: a document, with all versions there ever were.
create table update_template_version (
	id uuid primary key,
	name text not null,
	version integer not null,
	spec jsonb not null,
	created_at timestamptz not null,
	unique (name, version)
);

create table update_template (
	name text primary key,
	version_id uuid not null references update_template_version
);

create trigger update_template_version_stays before update or delete on update_template_version
	for each row execute function refuse_change();
