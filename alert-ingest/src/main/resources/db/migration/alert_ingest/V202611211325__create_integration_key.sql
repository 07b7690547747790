-- An integration has several keys while they are rotated. Only the newest stays readable, to show the integration's address.
create table integration_key (
	id uuid primary key,
	integration_id uuid not null references integration (id),
	key_hash bytea not null unique,
	key text,
	prefix text not null,
	created_at timestamptz not null,
	expires_at timestamptz,
	last_used_at timestamptz
);

comment on column integration_key.key is 'null once there is a newer one';

create index integration_key_of_integration on integration_key (integration_id, created_at desc);

insert into integration_key (id, integration_id, key_hash, key, prefix, created_at)
select gen_random_uuid(), id, key_hash, key, left(key, 6), now() from integration where key is not null;

alter table integration add column removed boolean not null default false;
update integration set removed = key is null;
alter table integration drop column key, drop column key_hash;

comment on column integration.removed is 'its row stays because its alerts do';
