-- What a schedule said from an instant on. Rows are only added, so that the past stays as it was; also when the schedule is deleted.
create table schedule_version (
	schedule text not null,
	number integer not null,
	valid_from timestamptz not null,
	spec jsonb,
	anchors jsonb not null,
	primary key (schedule, number)
);

comment on column schedule_version.spec is 'null: it was deleted';
comment on column schedule_version.anchors is 'where the orders of people stand, by layer';

insert into schedule_version (schedule, number, valid_from, spec, anchors)
select name, 1, '1970-01-01T00:00:00Z', spec, '{}' from schedule;
