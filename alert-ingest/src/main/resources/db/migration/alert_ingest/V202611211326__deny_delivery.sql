-- A delivery can also be denied, when its sender did not prove who it is.
alter table delivery
	drop constraint delivery_outcome_check,
	drop constraint delivery_check,
	add constraint delivery_outcome_check check (outcome in ('ACCEPTED', 'REFUSED', 'DENIED')),
	add constraint delivery_reason_check check (outcome = 'ACCEPTED' or reason is not null);
