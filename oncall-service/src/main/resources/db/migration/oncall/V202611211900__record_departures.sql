-- People who have left, or will: they stay in the table of people, and from left_at on nobody is paged at their
-- addresses. A departure that is over stays too, so that what was so in its time does not change.
create table departure (
	id uuid primary key,
	person text not null references person (name) on update cascade on delete cascade,
	left_at timestamptz not null,
	reason text not null,
	takes_over text references person (name) on update cascade on delete set null,
	declared_by text not null,
	declared_at timestamptz not null,
	announced_at timestamptz,
	returned_at timestamptz,
	returned_by text
);

create unique index departure_of_person on departure (person) where returned_at is null;

create index departure_to_announce on departure (left_at) where announced_at is null and returned_at is null;
