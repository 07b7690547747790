-- By which values of labels an incident may be found, and when alerts with them last came.
create table incident_correlation (
	incident_id uuid not null references incident,
	integration text not null,
	key text not null,
	joined_at timestamptz not null,
	primary key (incident_id, integration, key)
);

create index incident_correlation_key on incident_correlation (key, joined_at);

-- How fast alerts of an integration begin to fire, by the times at which they were accepted.
create table alert_storm (
	integration text primary key,
	arrivals jsonb not null,
	calm_from timestamptz,
	incident_id uuid references incident,
	alerts integer not null,
	groups integer not null
);
