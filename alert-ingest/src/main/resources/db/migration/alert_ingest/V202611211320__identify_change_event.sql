-- Changes also come from people's own pipelines, without an integration; what is told twice is one change.
alter table change_event alter column integration_id drop not null;
create index change_event_received on change_event (received_at);
