-- The mailboxes that a mail goes to, one after the other, when the first does not take it.
alter table notice add column otherwise text[] not null default '{}';
