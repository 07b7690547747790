-- The three kinds of documents this program keeps. A spec holds its references by name; edits take turns, so that what
-- one of them has checked still holds when it commits.
create table person (
	name text primary key,
	version integer not null,
	spec jsonb not null
);

create table team (
	name text primary key,
	version integer not null,
	spec jsonb not null
);

create table schedule (
	name text primary key,
	version integer not null,
	spec jsonb not null
);
