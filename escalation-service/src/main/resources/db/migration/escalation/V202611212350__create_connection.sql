create table connection (
	name text primary key,
	version integer not null,
	type text not null check (type in ('WEBHOOK')),
	url text not null,
	secret text not null,
	-- whether it is told what private incidents are about
	private boolean
);
