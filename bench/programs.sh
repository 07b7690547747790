# What the benches of single programs have in common: sourced by them, from the root of the repository, once everything is built.
# A PostgreSQL of their own and programs over it, started as ./vigie and the image start them: unpacked, on the collector that suits a small heap.
scratch=$(mktemp -d)
trap 'kill $(jobs -p) 2>/dev/null || true; stop_postgres 2>/dev/null || true; rm -rf "$scratch"' EXIT
version=$(sed -n 's:.*<version>\(.*\)</version>.*:\1:p' pom.xml | head -1)
java=$(./build --jdk)/bin/java
free_port() { python3 -c 'import socket; s=socket.socket(); s.bind(("127.0.0.1",0)); print(s.getsockname()[1])'; }

start_postgres() {
	bin=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -1)
	pgport=$(free_port)
	as=(); [ "$(id -u)" != 0 ] || as=(setpriv --reuid=postgres --regid=postgres --clear-groups)
	mkdir "$scratch/pg"; chmod 755 "$scratch"; [ "$(id -u)" != 0 ] || chown postgres "$scratch/pg"
	"${as[@]}" "$bin/initdb" -D "$scratch/pg/data" -U vigie -A trust >/dev/null
	"${as[@]}" "$bin/pg_ctl" -w -D "$scratch/pg/data" -l "$scratch/pg/log" \
		-o "-p $pgport -k /tmp -c listen_addresses=127.0.0.1 -c max_connections=200 -c shared_buffers=256MB -c max_wal_size=4GB ${postgres_options-}" start >/dev/null
	"$bin/createdb" -h 127.0.0.1 -p "$pgport" -U vigie vigie
}
stop_postgres() { [ -z "${pgport-}" ] || "${as[@]}" "$bin/pg_ctl" -m fast -w -D "$scratch/pg/data" stop >/dev/null; pgport=; }
sql() { "$bin/psql" -h 127.0.0.1 -p "$pgport" -U vigie -v ON_ERROR_STOP=1 -qAt vigie "$@"; }

declare -A pids
program() { # NAME PORT HEAP [JVM OPTION…]
	local name=$1 port=$2 heap=$3; shift 3
	[ -d "$scratch/$name" ] || "$java" -Djarmode=tools -jar "$name/target/$name-$version-exec.jar" extract --destination "$scratch/$name" >/dev/null
	env SERVER_PORT="$port" DATABASE_URL="jdbc:postgresql://127.0.0.1:$pgport/vigie" DATABASE_USERNAME=vigie VIGIE_SERVICE_SECRET=bench \
		VIGIE_URL="http://127.0.0.1:$gateway" GATEWAY_URL="http://127.0.0.1:$gateway" ALERT_INGEST_URL="http://127.0.0.1:$ingest" \
		"$java" -Xmx"$heap" -XX:+UseSerialGC -XX:+ExitOnOutOfMemoryError "$@" -jar "$scratch/$name/$name-$version-exec.jar" >"$scratch/$name-$port.log" 2>&1 &
	pids[$name]=$!
	for _ in $(seq 600); do
		curl -fsS -o /dev/null "http://127.0.0.1:$port/actuator/health/readiness" 2>/dev/null && return
		sleep 0.2
	done
	tail -30 "$scratch/$name-$port.log"; exit 1
}

integration() { # the integration of the bench, and its key
	key=bench-key-of-thirty-two-letters-
	sql -c "set search_path = alert_ingest; insert into integration (id, name, type, team, version, spec) values ('11111111-1111-1111-1111-111111111111', 'bench', 'alertmanager', 'ops', 0, '{\"type\": \"alertmanager\", \"team\": \"ops\"}')" \
		-c "set search_path = alert_ingest; insert into integration_key (id, integration_id, key_hash, prefix, created_at) values (gen_random_uuid(), '11111111-1111-1111-1111-111111111111', sha256('$key'), 'bench', now())"
	address="integrations/v1/alertmanager/$key/"
}
