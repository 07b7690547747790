-- What is needed to read a kept body again, and for whoever asks why nothing came.
alter table delivery
	add column rest text not null default '',
	add column headers jsonb,
	add column replay_of uuid,
	drop constraint delivery_outcome_check,
	drop constraint delivery_check,
	add constraint delivery_outcome_check check (outcome in ('ACCEPTED', 'REFUSED', 'DENIED')),
	add constraint delivery_reason_check check (outcome = 'ACCEPTED' or reason is not null);

comment on column delivery.rest is 'what followed the key in the address';
comment on column delivery.headers is 'the few headers that parsers read';
comment on column delivery.replay_of is 'the delivery whose body was read again';
