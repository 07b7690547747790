create table grouping_rules_version (
	id uuid primary key,
	name text not null,
	version integer not null,
	spec jsonb not null,
	created_at timestamptz not null,
	unique (name, version)
);

create table grouping_rules (
	name text primary key,
	version_id uuid not null references grouping_rules_version
);

create trigger grouping_rules_version_stays before update or delete on grouping_rules_version
	for each row execute function refuse_change();
