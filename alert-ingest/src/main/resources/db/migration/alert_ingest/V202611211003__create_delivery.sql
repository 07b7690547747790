-- Every body a known sender delivered, and what became of it.
create table delivery (
	id uuid primary key,
	integration_id uuid not null references integration (id),
	received_at timestamptz not null,
	outcome text not null check (outcome in ('ACCEPTED', 'REFUSED')),
	reason text,
	note text,
	alerts integer not null,
	size bigint not null,
	body bytea,
	check (outcome <> 'REFUSED' or reason is not null)
);

comment on column delivery.body is 'the bytes as they came, gzip; null when they were too many to keep';

create index delivery_newest on delivery (integration_id, received_at desc, id desc);
create index delivery_age on delivery (received_at);
