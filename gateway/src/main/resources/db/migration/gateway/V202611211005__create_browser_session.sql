-- Spring Session's tables: any replica knows every signed-in browser.
create table browser_session (
	primary_id char(36) primary key,
	session_id char(36) not null unique,
	creation_time bigint not null,
	last_access_time bigint not null,
	max_inactive_interval integer not null,
	expiry_time bigint not null,
	principal_name text
);

create index browser_session_expiry on browser_session (expiry_time);

create index browser_session_principal on browser_session (principal_name);

create table browser_session_attributes (
	session_primary_id char(36) not null references browser_session on delete cascade,
	attribute_name text not null,
	attribute_bytes bytea not null,
	primary key (session_primary_id, attribute_name)
);
