create table bench_alert (like alert_ingest.alert including all);
create table bench_event (position bigint generated always as identity primary key, type text not null, subject text not null, time timestamptz not null, data jsonb not null);
create table bench_bare (id bigint generated always as identity primary key, data text not null);
