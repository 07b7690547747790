-- A notice goes to a configured channel, or to somebody's mailbox.
alter table notice alter column channel drop not null;

alter table notice add column mailbox text;

alter table notice add constraint notice_to check ((channel is null) <> (mailbox is null));
