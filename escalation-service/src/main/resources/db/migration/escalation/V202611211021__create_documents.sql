create function refuse_change() returns trigger language plpgsql as $$
begin
	raise exception '% is only ever added to', tg_table_name;
end
$$;

-- Each kind: which version is the present one, and all there ever were. Incidents point to versions.
create table severity_rules_version (
	id uuid primary key,
	name text not null,
	version integer not null,
	spec jsonb not null,
	created_at timestamptz not null,
	unique (name, version)
);

create table severity_rules (
	name text primary key,
	version_id uuid not null references severity_rules_version
);

create table escalation_policy_version (
	id uuid primary key,
	name text not null,
	version integer not null,
	spec jsonb not null,
	created_at timestamptz not null,
	unique (name, version)
);

create table escalation_policy (
	name text primary key,
	version_id uuid not null references escalation_policy_version
);

create table route_version (
	id uuid primary key,
	name text not null,
	version integer not null,
	spec jsonb not null,
	created_at timestamptz not null,
	unique (name, version)
);

create table route (
	name text primary key,
	version_id uuid not null references route_version
);

create trigger severity_rules_version_stays before update or delete on severity_rules_version
	for each row execute function refuse_change();

create trigger escalation_policy_version_stays before update or delete on escalation_policy_version
	for each row execute function refuse_change();

create trigger route_version_stays before update or delete on route_version
	for each row execute function refuse_change();
