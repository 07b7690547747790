-- What a call of Opsgenie's API did, for senders that ask for it by the id of their request, which is that of the delivery.
create table opsgenie_request (
	id uuid primary key references delivery (id) on delete cascade,
	action text not null,
	alias text,
	alert_id uuid
);

comment on column opsgenie_request.alert_id is 'null: there was no such alert';
