create table incident (
	id uuid primary key,
	number bigint not null generated always as identity unique,
	integration text not null,
	group_hash text not null,
	group_labels jsonb not null,
	title text not null,
	status text not null check (status in ('TRIGGERED', 'ACKNOWLEDGED', 'RESOLVED')),
	severity text not null check (severity in ('P1', 'P2', 'P3', 'P4', 'P5')),
	severity_reason text not null,
	team text,
	labels jsonb not null,
	annotations jsonb not null,
	firing integer not null,
	hidden integer not null,
	severity_rules_version_id uuid references severity_rules_version,
	policy_version_id uuid references escalation_policy_version,
	runbook_state text not null check (runbook_state in ('PENDING', 'KNOWN', 'NONE', 'UNKNOWN')),
	runbooks jsonb not null,
	run integer not null,
	run_started_at timestamptz not null,
	cycle integer not null,
	step integer not null,
	due_at timestamptz,
	idle_reason text,
	triggered_at timestamptz not null,
	acknowledged_at timestamptz,
	acknowledged_by text,
	resolved_at timestamptz,
	resolved_by text,
	-- An incident that nobody has taken is due, or says why it is not.
	constraint incident_due_or_reason check (status <> 'TRIGGERED' or due_at is not null or idle_reason is not null)
);

-- One open incident for what a sender groups together.
create unique index incident_open_group on incident (integration, group_hash) where status <> 'RESOLVED';

create index incident_due on incident (due_at) where status = 'TRIGGERED' and due_at is not null;

create index incident_status on incident (status, number);

create table incident_alert (
	incident_id uuid not null references incident,
	fingerprint text not null,
	integration text not null,
	status text not null check (status in ('FIRING', 'RESOLVED')),
	labels jsonb not null,
	annotations jsonb not null,
	starts_at timestamptz not null,
	ends_at timestamptz,
	generator_url text,
	joined_at timestamptz not null,
	primary key (incident_id, fingerprint)
);

create index incident_alert_fingerprint on incident_alert (integration, fingerprint);
