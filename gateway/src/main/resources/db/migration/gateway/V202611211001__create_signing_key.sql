-- The key pairs that sign tokens; the newest signs, all verify.
create table signing_key (
	id text primary key,
	jwk text not null,
	created_at timestamptz not null
);
