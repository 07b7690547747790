-- Secret addresses at which other calendars read shifts, and what each was told, so that a shift that goes away can be called off.
create table calendar_subscription (
	id uuid primary key,
	digest text not null unique,
	about text not null check (about in ('person', 'schedule', 'team')),
	name text not null,
	language text not null check (language in ('en', 'fr')),
	label text,
	created_by text not null,
	created_at timestamptz not null,
	used_at timestamptz
);

create index calendar_subscription_about on calendar_subscription (about, name);

create table calendar_export (
	subscription uuid not null references calendar_subscription on delete cascade,
	shift uuid not null,
	sequence integer not null,
	starts_at timestamptz not null,
	ends_at timestamptz not null,
	summary text not null,
	description text not null,
	modified_at timestamptz not null,
	cancelled_at timestamptz,
	primary key (subscription, shift)
);
