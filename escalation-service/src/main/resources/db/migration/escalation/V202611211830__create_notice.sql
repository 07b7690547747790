-- One row is one message to one channel that belongs to no incident; its id is made of the event and the channel.
create table notice (
	id uuid primary key,
	thread uuid not null,
	channel text not null,
	subject text not null,
	body text not null,
	payload text not null,
	status text not null check (status in ('OPEN', 'DELIVERED', 'FAILED')),
	attempts integer not null,
	-- when it is tried, or when its sender is taken for dead
	next_attempt_at timestamptz not null,
	reason text,
	created_at timestamptz not null
);

create index notice_due on notice (next_attempt_at) where status = 'OPEN';
