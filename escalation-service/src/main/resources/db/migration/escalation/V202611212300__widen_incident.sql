-- What an incident can be and do beyond triggered, acknowledged and resolved.
alter table incident
	add column snoozed_until timestamptz,
	add column phase text check (phase in ('INVESTIGATING', 'IDENTIFIED', 'MITIGATED')),
	add column identified_at timestamptz,
	add column mitigated_at timestamptz,
	add column closed_at timestamptz,
	add column closed_by text,
	add column outcome text,
	add column merged_into uuid references incident,
	add column declared_by text,
	add column business_impact boolean not null default false,
	add column impact text,
	add column impact_started_at timestamptz,
	add column private boolean not null default false,
	-- null while the rules decide
	add column severity_set_by text,
	-- since when the clock of the run stands still
	add column paused_at timestamptz,
	-- how often in this run somebody had to be told anew
	add column again integer not null default 0,
	-- whether the last step that was carried out is told again at once
	add column repage boolean not null default false,
	-- steps of this run whose condition did not hold when they were due
	add column skipped jsonb not null default '[]',
	-- the versions of the policies that the policy leads to, by name
	add column policies jsonb not null default '{}';

alter table incident drop constraint incident_status_check;
alter table incident add constraint incident_status_check check (status in
	('TRIGGERED', 'ACKNOWLEDGED', 'SNOOZED', 'RESOLVED', 'CLOSED', 'CANCELLED', 'MERGED'));

-- An incident that nobody has taken is due, or says why it is not; a snoozed one wakes up.
alter table incident drop constraint incident_due_or_reason;
alter table incident add constraint incident_due_or_reason check (case status
	when 'TRIGGERED' then due_at is not null or idle_reason is not null
	when 'SNOOZED' then due_at is not null
	when 'ACKNOWLEDGED' then true
	else due_at is null end);

drop index incident_open_group;
create unique index incident_open_group on incident (integration, group_hash)
	where status in ('TRIGGERED', 'ACKNOWLEDGED', 'SNOOZED');

drop index incident_due;
create index incident_due on incident (due_at) where due_at is not null;

-- Those who are told anew of a step get another page.
alter table page add column again integer not null default 0;
drop index page_once;
create unique index page_once on page (incident_id, run, again, cycle, step, target, coalesce(person, channel, ''), address);

-- Whose turn it is where one of several is told.
create table round_robin (
	policy text not null,
	severity text not null,
	step integer not null,
	told bigint not null,
	primary key (policy, severity, step)
);
