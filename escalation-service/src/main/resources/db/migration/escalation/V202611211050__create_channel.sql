create table channel (
	name text primary key,
	version integer not null,
	type text not null check (type in ('EMAIL', 'WEBHOOK')),
	address text,
	url text,
	secret text,
	check ((type = 'EMAIL' and address is not null) or (type = 'WEBHOOK' and url is not null and secret is not null))
);
