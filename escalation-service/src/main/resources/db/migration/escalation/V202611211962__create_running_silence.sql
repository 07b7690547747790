-- What alert-ingest has told of silences that began and are not over.
create table running_silence (
	name text primary key,
	team text,
	reason text not null,
	author text not null,
	ends_at timestamptz not null
);
