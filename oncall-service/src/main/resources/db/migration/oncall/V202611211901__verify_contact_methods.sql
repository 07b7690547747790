-- Addresses that were shown to be their person's. No document says so, and another address has to be shown anew.
create table contact_verification (
	person text not null references person (name) on update cascade on delete cascade,
	type text not null,
	address text not null,
	verified_at timestamptz not null,
	primary key (person, type, address)
);
