-- An integration keeps its document whole; what queries need of it stays in columns of its own.
alter table integration add column spec jsonb;
update integration set spec = jsonb_strip_nulls(jsonb_build_object('type', type, 'displayName', display_name, 'team', team));
alter table integration alter column spec set not null, drop column display_name, drop constraint integration_type_check;

-- One alert in its present life.
alter table alert
	add column group_hash text,
	add column told boolean not null default true,
	add column muted_by text,
	add column seen integer not null default 1,
	add column since timestamptz,
	add column stale_at timestamptz,
	add column stated_at timestamptz,
	add column end_reason text;

comment on column alert.told is 'whether the feed has told of the present life; false while it is muted';
comment on column alert.muted_by is 'what keeps an alert from being told, for example silence:db-upgrade';
comment on column alert.seen is 'how often the sender reported the present life';
comment on column alert.since is 'when the present life was first seen';
comment on column alert.stale_at is 'when a firing alert counts as ended unless its sender repeats it';
comment on column alert.stated_at is 'what the sender says is the time of its last change of state, where its messages come in any order';
comment on column alert.end_reason is 'why it ended, if not because the sender saw it healthy';

update alert set since = first_seen_at;
alter table alert alter column since set not null;
create index alert_stale on alert (stale_at) where status = 'FIRING' and stale_at is not null;
create index alert_untold on alert (integration_id) where status = 'FIRING' and not told;
create index alert_of_group on alert (integration_id, group_hash) where status = 'FIRING';

alter table alert_episode
	add column seen integer not null default 1,
	add column last_seen_at timestamptz,
	add column end_reason text;

-- What the sender calls the group and what its alerts have in common, for what is told of it later.
alter table alert_group add column key text not null default '', add column labels jsonb not null default '{}';

-- Deployments and the like.
create table change_event (
	id uuid primary key,
	integration_id uuid not null references integration (id),
	happened_at timestamptz not null,
	received_at timestamptz not null,
	summary text not null,
	source text,
	service text,
	labels jsonb not null,
	links jsonb not null,
	details jsonb
);

create index change_event_newest on change_event (happened_at desc, id desc);
create index change_event_of_service on change_event (service, happened_at desc);
