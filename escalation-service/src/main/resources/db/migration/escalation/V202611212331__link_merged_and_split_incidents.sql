-- Which incident an alert was in before that one was merged; null where it first came.
alter table incident_alert add column came_from uuid references incident;

alter table incident add column split_from uuid references incident;

create index incident_alert_came_from on incident_alert (came_from) where came_from is not null;

create index incident_merged_into on incident (merged_into) where merged_into is not null;

create index incident_split_from on incident (split_from) where split_from is not null;
