create table api_token (
	id uuid primary key,
	account_id uuid not null references account on delete cascade,
	name text not null,
	hash text not null unique,
	scopes text[] not null,
	created_at timestamptz not null,
	expires_at timestamptz not null,
	last_used_at timestamptz,
	revoked_at timestamptz
);

create index api_token_account on api_token (account_id);
