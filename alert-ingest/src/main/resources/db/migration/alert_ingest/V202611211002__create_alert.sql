-- A problem as its sender identifies it, as it was last told.
create table alert (
	id uuid primary key,
	integration_id uuid not null references integration (id),
	fingerprint text not null,
	status text not null check (status in ('FIRING', 'RESOLVED')),
	labels jsonb not null,
	annotations jsonb not null,
	generator_url text,
	starts_at timestamptz not null,
	ends_at timestamptz,
	first_seen_at timestamptz not null,
	last_seen_at timestamptz not null,
	unique (integration_id, fingerprint),
	check (status <> 'FIRING' or ends_at is null)
) with (fillfactor = 80);

create index alert_newest on alert (starts_at desc, id desc);
create index alert_firing on alert (starts_at desc, id desc) where status = 'FIRING';

-- Each life of an alert.
create table alert_episode (
	alert_id uuid not null references alert (id),
	starts_at timestamptz not null,
	ends_at timestamptz,
	primary key (alert_id, starts_at)
);

-- How many alerts of a sender's group its last body left out.
create table alert_group (
	integration_id uuid not null references integration (id),
	hash text not null,
	hidden integer not null check (hidden >= 0),
	last_seen_at timestamptz not null,
	primary key (integration_id, hash)
);
