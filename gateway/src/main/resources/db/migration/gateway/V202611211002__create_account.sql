create table account (
	id uuid primary key,
	version integer not null,
	name text not null unique,
	person text,
	role text not null check (role in ('VIEWER', 'RESPONDER', 'MANAGER', 'ADMIN')),
	active boolean not null,
	password text,
	must_change_password boolean not null,
	-- Counts changes that end every browser session of the account.
	epoch integer not null,
	failures integer not null,
	locked_until timestamptz,
	created_at timestamptz not null
);
