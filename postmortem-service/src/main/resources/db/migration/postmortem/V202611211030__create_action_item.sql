create table action_item (
	id uuid primary key,
	postmortem_id uuid not null references postmortem (id),
	incident_number bigint not null,
	title text not null,
	owner text not null,
	due_on date not null,
	status text not null check (status in ('OPEN', 'IN_PROGRESS', 'DONE', 'CANCELLED')),
	created_at timestamptz not null,
	created_by text not null,
	closed_at timestamptz,
	version int not null,
	check ((status in ('DONE', 'CANCELLED')) = (closed_at is not null))
);

create index action_item_by_due_date on action_item (due_on, id);
create index action_item_of_postmortem on action_item (postmortem_id);
