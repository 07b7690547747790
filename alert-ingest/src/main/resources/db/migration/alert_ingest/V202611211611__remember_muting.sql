-- What muted a life of an alert, also after the silence is over.
alter table alert_episode add column muted_by text[];

create index alert_episode_muted on alert_episode using gin (muted_by) where muted_by is not null;
