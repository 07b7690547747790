-- People who were erased and what is still to do about them; the name is emptied with the last pass.
create table erasure (
	pseudonym text primary key,
	person text,
	passes integer not null,
	due_at timestamptz,
	told_at timestamptz not null,
	check ((person is null) = (due_at is null))
);

create index erasure_due on erasure (due_at) where due_at is not null;

-- What is only ever added to may be changed for one reason: to put a pseudonym in place of a name.
create or replace function refuse_change() returns trigger language plpgsql as $$
begin
	if tg_op = 'UPDATE' and current_setting('vigie.erasing', true) = 'on' then
		return new;
	end if;
	raise exception '% is only ever added to', tg_table_name;
end
$$;
