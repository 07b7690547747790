-- :count incidents of the wave :wave, the first due at :first and one more every :every; each with an alert, for its page to tell.
with new as (
	insert into escalation.incident (id, integration, group_hash, group_labels, title, status, severity, severity_reason, team, labels, annotations, firing, hidden,
		policy_version_id, runbook_state, runbooks, run, run_started_at, cycle, step, due_at, triggered_at)
	select gen_random_uuid(), 'bench', :'wave' || '-' || i, jsonb_build_object('host', 'host-' || i), 'Disk full on host-' || i, 'TRIGGERED', 'P1', 'critical', 'ops',
		jsonb_build_object('alertname', 'DiskFull', 'host', 'host-' || i, 'cluster', 'eu-west-1', 'severity', 'critical'),
		jsonb_build_object('summary', 'Disk full on host-' || i), 1, 0, '22222222-2222-2222-2222-222222222222', 'NONE', '[]', 1, due, 0, 0, due, due
	from generate_series(1, :count) i, lateral (select :'first'::timestamptz + (i - 1) * :'every'::interval as due) d
	returning id, labels, annotations, group_hash, triggered_at)
insert into escalation.incident_alert (incident_id, fingerprint, integration, status, labels, annotations, starts_at, joined_at)
select id, group_hash, 'bench', 'FIRING', labels, annotations, least(triggered_at, now()), now() from new;
