-- Who alone may know of a private incident, and so of its post-mortem; null where everybody may who reads post-mortems.
alter table incident add column visible_to text[];
