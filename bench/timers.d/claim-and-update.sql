with due as (
	select id from escalation.incident where due_at <= now() order by due_at limit 100 for update skip locked)
update escalation.incident set cycle = 1, step = 0, due_at = null, idle_reason = 'POLICY_EXHAUSTED', skipped = '[]', repage = false from due where incident.id = due.id;
