-- The groups of alerts that an incident holds, of whichever integration.
create table incident_group (
	incident_id uuid not null references incident,
	integration text not null,
	group_hash text not null,
	labels jsonb not null,
	-- what made it a group; HELD_BACK: only what the sender holds back of its group is counted here
	kind text not null check (kind in ('SENDER', 'LABELS', 'ALERT', 'HELD_BACK')),
	hidden integer not null,
	-- whether new alerts of the group come here; never once the incident is over
	open boolean not null,
	joined_at timestamptz not null,
	primary key (incident_id, integration, group_hash)
);

create unique index incident_group_open on incident_group (integration, group_hash) where open and kind <> 'HELD_BACK';

create index incident_group_held_back on incident_group (integration, group_hash) where open and kind = 'HELD_BACK';

insert into incident_group (incident_id, integration, group_hash, labels, kind, hidden, open, joined_at)
select id, integration, group_hash, group_labels, 'SENDER', hidden,
	status in ('TRIGGERED', 'ACKNOWLEDGED', 'SNOOZED'), triggered_at
from incident;

-- Whoever ends an incident, its groups are free.
create function close_incident_groups() returns trigger language plpgsql as $$
begin
	update incident_group set open = false where incident_id = new.id and open;
	return null;
end
$$;

create trigger incident_closes_groups after update of status on incident for each row
	when (old.status in ('TRIGGERED', 'ACKNOWLEDGED', 'SNOOZED')
		and new.status not in ('TRIGGERED', 'ACKNOWLEDGED', 'SNOOZED'))
	execute function close_incident_groups();

-- How many groups an incident holds.
alter table incident add column group_count integer not null default 1;

-- Two integrations may use the same fingerprint, in one incident too.
alter table incident_alert add column group_hash text;

update incident_alert set group_hash = incident.group_hash from incident where incident.id = incident_alert.incident_id;

alter table incident_alert drop constraint incident_alert_pkey;

alter table incident_alert add primary key (incident_id, integration, fingerprint);
