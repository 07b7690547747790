-- What mutes is kept in memory as long as its edition is the same; whoever changes it gives it another in the same transaction.
create table muting_edition (
	single boolean primary key default true check (single),
	edition uuid not null
);

comment on table muting_edition is 'empty until the first change';

create function change_muting_edition() returns trigger language plpgsql set search_path from current as $$
begin
	insert into muting_edition (edition) values (gen_random_uuid())
	on conflict (single) do update set edition = excluded.edition;
	return null;
end
$$;

create trigger silence_changes_muting after insert or update or delete on silence
	for each row execute function change_muting_edition();

-- A beat changes nothing that mutes.
create trigger heartbeat_changes_muting after insert or delete or update of spec, integration_id, matching on heartbeat
	for each row execute function change_muting_edition();
