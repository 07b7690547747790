-- One step, to a mailbox: nobody has to be asked who is on call.
set search_path = escalation;
insert into channel (name, version, type, address) values ('sink', 0, 'EMAIL', 'sink@bench.example');
insert into escalation_policy_version (id, name, version, spec, created_at) values ('22222222-2222-2222-2222-222222222222', 'bench', 1,
	'{"severities": {"P1": {"steps": [{"after": "0s", "notify": [{"channel": "sink"}]}]}}}', now());
insert into escalation_policy (name, version_id) values ('bench', '22222222-2222-2222-2222-222222222222');
