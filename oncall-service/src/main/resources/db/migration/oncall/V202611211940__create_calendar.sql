-- Calendars that are read from elsewhere, and the last good copy of each.
create table calendar (
	name text primary key,
	version integer not null,
	spec jsonb not null
);

create sequence calendar_revision;

create table calendar_copy (
	calendar text primary key,
	revision bigint not null default nextval('calendar_revision'),
	content text,
	digest text,
	changed_at timestamptz,
	read_at timestamptz,
	etag text,
	last_modified text,
	failure text,
	failing_since timestamptz,
	due_at timestamptz
);

create index calendar_copy_due on calendar_copy (due_at);

comment on column calendar_copy.revision is 'another one with all that decides what is read from it';
comment on column calendar_copy.due_at is 'when it is fetched again; null: somebody uploads it';
