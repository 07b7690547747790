-- What the rules say while somebody else has decided on the severity.
alter table incident
	add column ruled_severity text check (ruled_severity in ('P1', 'P2', 'P3', 'P4', 'P5')),
	add column ruled_reason text;
