-- A batch of 100 as escalation-service carries it out: claim, page, three lines of the timeline and of the feed each, update.
with due as (
	select id from escalation.incident where due_at <= now() order by due_at limit 100 for update skip locked),
moved as (
	update escalation.incident set cycle = 1, step = 0, due_at = null, idle_reason = 'POLICY_EXHAUSTED', skipped = '[]', repage = false from due
	where incident.id = due.id returning incident.id, number, title, group_labels),
pages as (
	insert into escalation.page (id, incident_id, run, again, cycle, step, target, channel, type, address, language, zone, facts, status, attempts, next_attempt_at, wanted,
		fallen_back, created_at)
	select gen_random_uuid(), id, 1, 0, 0, 0, 'channel-sink', 'sink', 'EMAIL', 'sink@bench.example', 'en', 'UTC',
		jsonb_build_object('number', number, 'title', title, 'severity', 'P1', 'severityReason', 'critical', 'team', 'ops', 'integration', 'bench', 'groupLabels', group_labels,
			'alerts', jsonb_build_array(jsonb_build_object('name', 'DiskFull', 'summary', title, 'startsAt', now())), 'firing', 1),
		'CANCELLED', 0, now(), true, false, now() from moved returning id, incident_id),
lines as (
	select incident_id, code, jsonb_build_object('page', id, 'step', '1', 'recipient', 'sink', 'channel', 'email', 'target', 'channel-sink') as params
	from pages, (values ('STEP_STARTED'), ('PAGE_QUEUED'), ('POLICY_EXHAUSTED')) c (code)),
told as (
	insert into escalation.timeline_entry (incident_id, occurred_at, recorded_at, code, params)
	select incident_id, now(), now(), code, params from lines returning incident_id, code, params),
head as (
	update escalation.feed_head set position = position + (select count(*) from lines) returning position)
insert into escalation.feed_event (position, type, subject, time, data)
select head.position - row_number() over () + 1, 'dev.vigie.incident.updated', told.incident_id::text, now(),
	jsonb_build_object('incident', jsonb_build_object('id', moved.id, 'number', number, 'title', title, 'status', 'triggered', 'severity', 'P1', 'team', 'ops', 'groupLabels',
		group_labels), 'entry', jsonb_build_object('code', code, 'params', params, 'occurredAt', now()))
from head, told join moved on moved.id = told.incident_id;
