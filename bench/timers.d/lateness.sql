-- Of the steps of a wave: how many incidents, steps and mails; how late steps were when their transaction had committed, and mails when the mail server had them: p50, p99,
-- max in ms; seconds from the first due time to the last step and to the last mail.
select count(*), count(step_at), count(delivered_at),
	percentile_cont(array[0.5, 0.99, 1]) within group (order by 1000 * extract(epoch from step_at - due)) as step,
	percentile_cont(array[0.5, 0.99, 1]) within group (order by 1000 * extract(epoch from delivered_at - due)) as mail,
	extract(epoch from max(step_at) - min(due)), extract(epoch from max(delivered_at) - min(due))
from (
	select i.run_started_at as due, pg_xact_commit_timestamp(t.xmin) as step_at, p.delivered_at
	from escalation.incident i
	left join escalation.timeline_entry t on t.incident_id = i.id and t.code = 'STEP_STARTED'
	left join escalation.page p on p.incident_id = i.id
	where i.group_hash like :'wave' || '-%') s;
