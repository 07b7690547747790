"""Asks who is on call over HTTP: ask.py ACCESS_JSON PID_OF_THE_SUITE"""
import datetime, http.client, json, os, random, sys, time, urllib.parse

access = json.load(open(sys.argv[1]))
url = urllib.parse.urlparse(access["url"] if "url" in access else access["address"])
token = access["token"]
http_ = http.client.HTTPConnection(url.hostname, url.port)
random.seed(20261121)
utc = datetime.timezone.utc
now = datetime.datetime.now(utc).replace(microsecond=0)


def call(method, path, body=None):
    headers = {"Authorization": "Bearer " + token, "Content-Type": "application/json"}
    http_.request(method, "/api/v1/" + path, json.dumps(body) if body is not None else None, headers)
    answer = http_.getresponse()
    text = answer.read()
    if answer.status >= 300:
        sys.exit(f"{method} {path}: {answer.status} {text[:500]}")
    return text


def stamp(at):
    return at.strftime("%Y-%m-%dT%H:%M:%SZ")


def processes():
    """The suite and what it started, its PostgreSQL among them."""
    children = {}
    for name in filter(str.isdigit, os.listdir("/proc")):
        try:
            stat = open(f"/proc/{name}/stat").read().rsplit(")", 1)[1].split()
        except OSError:
            continue
        children.setdefault(int(stat[1]), []).append(int(name))
    found, left = [], [int(sys.argv[2])]
    while left:
        pid = left.pop()
        found.append(pid)
        left += children.get(pid, [])
    return found


def cpu():
    total = 0
    for pid in processes():
        try:
            stat = open(f"/proc/{pid}/stat").read().rsplit(")", 1)[1].split()
            total += sum(map(int, stat[11:15]))  # with children that have ended
        except OSError:
            pass
    return total / os.sysconf("SC_CLK_TCK") * 1000


def schedule(display):
    layers = []
    for i in range(10):
        weekly = i % 2 == 1
        layers.append({"name": f"layer-{i}", "rotation": {
            "type": "weekly" if weekly else "daily", "every": 1 + i % 3, "start": f"2021-01-0{1 + i % 9}",
            "handoff": {"time": f"0{i % 9}:30", **({"day": "monday"} if weekly else {})},
            "people": [f"p{(p + i) % 50}" for p in range(50)]},
            "restrictions": [{"from": f"{i * 5 % 24:02}:00", "to": f"{(i * 5 + 9) % 24:02}:00"}]})
    return {"timeZone": "Europe/Paris", "displayName": display, "layers": layers}


def ask(head):
    points = []
    for warm in (2000, 10_000):
        points, before = [], cpu()
        for _ in range(warm):
            at = now + datetime.timedelta(seconds=random.randrange(5 * 365 * 86400))
            begin = time.perf_counter()
            call("GET", "schedules/bench/on-call?at=" + stamp(at))
            points.append((time.perf_counter() - begin) * 1000)
        point_cpu = (cpu() - before) / warm
    years, before = [], cpu()
    for i in range(20):
        begin = time.perf_counter()
        call("GET", f"schedules/bench/shifts?from={stamp(now + datetime.timedelta(days=i))}&to={stamp(now + datetime.timedelta(days=i + 365))}")
        years.append((time.perf_counter() - begin) * 1000)
    year_cpu = (cpu() - before) / 20
    points.sort(), years.sort()
    print(f"| {head} | {points[5000]:.2f} | {points[9900]:.2f} | {point_cpu:.2f} | {years[10]:.0f} | {year_cpu:.0f} |", flush=True)


for i in range(50):
    call("PUT", f"people/p{i}", {"displayName": f"P {i}", "contactMethods": [{"type": "email", "address": f"p{i}@example.org"}]})
call("PUT", "schedules/bench", schedule("first"))
print("| | point p50, ms | p99, ms | CPU of all, ms | a year p50, ms | CPU of all, ms |\n| --- | --- | --- | --- | --- | --- |")
ask("no override")
for i in range(500):
    start = now + datetime.timedelta(seconds=3600 + random.randrange(5 * 365 * 86400))
    call("POST", "schedules/bench/overrides", {"person": f"p{i % 50}", "start": stamp(start),
         "end": stamp(start + datetime.timedelta(hours=random.randint(1, 48))), "reason": "bench"})
ask("500 overrides")
for i in range(200):
    call("PUT", "schedules/bench", schedule(f"edit {i}"))
ask("500 overrides, 200 edits")
