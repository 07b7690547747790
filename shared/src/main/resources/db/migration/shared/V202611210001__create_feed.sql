-- What this program has to tell others. Positions come from feed_head, locked last before commit.
create table feed_head (
	single boolean primary key default true check (single),
	position bigint not null,
	dropped bigint not null
);

insert into feed_head (position, dropped) values (0, 0);

create table feed_event (
	position bigint primary key,
	type text not null,
	subject text not null,
	time timestamptz not null,
	data jsonb not null
);

create index feed_event_time on feed_event (time);

-- Where this program stands in the feeds of others.
create table feed_place (
	feed text primary key,
	position bigint not null
);

create table feed_parked (
	feed text not null,
	position bigint not null,
	subject text not null,
	event jsonb not null,
	error text not null,
	parked_at timestamptz not null,
	primary key (feed, position)
);

create index feed_parked_subject on feed_parked (feed, subject);
