-- The end of the storm that was told last: it is told once, by whoever sees it first.
alter table alert_storm add column end_told timestamptz;
