alter table incident add constraint incident_outcome_check check (outcome in
	('ACTIONABLE', 'FALSE_POSITIVE', 'INFORMATIONAL', 'DUPLICATE', 'SELF_HEALED', 'TEST'));
