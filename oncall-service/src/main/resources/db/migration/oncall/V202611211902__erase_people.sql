-- An erased person is a pseudonym that others may go on pointing to. Who was behind it is kept nowhere.
alter table person add column erased_at timestamptz;

create table erasure (
	pseudonym text primary key,
	erased_by text not null,
	erased_at timestamptz not null,
	forced boolean not null
);
