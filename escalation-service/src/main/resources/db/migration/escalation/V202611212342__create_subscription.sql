-- Who follows which incidents: a document, with all versions there ever were.
create table subscription_version (
	id uuid primary key,
	name text not null,
	version integer not null,
	spec jsonb not null,
	created_at timestamptz not null,
	unique (name, version)
);

create table subscription (
	name text primary key,
	version_id uuid not null references subscription_version
);

create trigger subscription_version_stays before update or delete on subscription_version
	for each row execute function refuse_change();

-- Who follows one incident: a person or a configured channel.
create table incident_subscriber (
	incident_id uuid not null references incident,
	person text,
	channel text,
	added_by text not null,
	added_at timestamptz not null,
	constraint incident_subscriber_one check ((person is null) <> (channel is null))
);

create unique index incident_subscriber_person on incident_subscriber (incident_id, person) where person is not null;

create unique index incident_subscriber_channel on incident_subscriber (incident_id, channel) where channel is not null;

-- What is still to be told to those who follow. The incident may be written after it, in the same transaction.
create table stakeholder_news (
	id uuid primary key,
	incident_id uuid not null,
	occasion text not null check (occasion in ('TRIGGERED', 'UPDATED', 'RESOLVED')),
	at timestamptz not null
);

create index stakeholder_news_waiting on stakeholder_news (at);
