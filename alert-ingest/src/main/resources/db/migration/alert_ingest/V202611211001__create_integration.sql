-- One inbound source: a sender type and a key. The key is looked up by its hash, so that no comparison of the key itself can be timed.
create table integration (
	id uuid primary key,
	name text not null unique,
	type text not null check (type in ('alertmanager')),
	display_name text,
	team text,
	key text,
	key_hash bytea unique,
	version integer not null,
	check ((key is null) = (key_hash is null))
);

comment on column integration.key is 'null: the integration was removed; its row stays because its alerts do';
