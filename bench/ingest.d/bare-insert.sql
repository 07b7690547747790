insert into bench_bare (data) values ('one');
