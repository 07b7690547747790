-- What reading a body again needs beside its bytes.
alter table delivery add column rest text not null default '', add column headers jsonb;

comment on column delivery.rest is 'what followed the key in the path';
comment on column delivery.headers is 'the headers that its reading depends on, if any';
comment on column delivery.body is 'the bytes as they came, long ones as gzip; null when none are kept';
