-- Builds a new body for each request: ALERTS alerts that were never seen before, as Alertmanager's webhook (KIND=webhook) or as its API takes them (KIND=api).
local alerts = tonumber(os.getenv("ALERTS") or "1")
local kind = os.getenv("KIND") or "webhook"
local run = os.getenv("RUN") or "0"
local threads = 0

function setup(thread)
	thread:set("id", threads)
	threads = threads + 1
end

function init(args)
	count = 0
	path = wrk.path
	wrk.method = "POST"
	wrk.headers["Content-Type"] = "application/json"
end

local one = [[{"status":"firing","labels":{"alertname":"DiskWillFill","instance":"%s","severity":"critical","service":"postgres","cluster":"eu-west-1"},]]
	.. [["annotations":{"summary":"The disk of %s will be full in four hours","description":"At the rate of the last six hours."},]]
	.. [["startsAt":"2026-11-21T09:00:00.123Z","endsAt":"0001-01-01T00:00:00Z","generatorURL":"http://prometheus.example:9090/graph?g0.expr=predict"}]]

function request()
	local list = {}
	for i = 1, alerts do
		count = count + 1
		local instance = run .. "-" .. id .. "-" .. count
		list[i] = string.format(one, instance, instance)
	end
	local body = "[" .. table.concat(list, ",") .. "]"
	if kind == "webhook" then
		body = string.format([[{"version":"4","groupKey":"{}:{alertname=\"DiskWillFill\", shard=\"%d-%d\"}","truncatedAlerts":0,"status":"firing","receiver":"vigie",]]
			.. [["groupLabels":{"alertname":"DiskWillFill"},"commonLabels":{"alertname":"DiskWillFill"},"commonAnnotations":{},"externalURL":"http://alertmanager.example:9093","alerts":]], id, count % 1000)
			.. body .. "}"
	end
	return wrk.format(nil, path, nil, body)
end

function done(summary, latency, requests)
	local failed = summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.status + summary.errors.timeout
	io.write(string.format("FIGURES %.1f %.2f %.2f %d\n", summary.requests * alerts / (summary.duration / 1e6), latency:percentile(50) / 1000, latency:percentile(99) / 1000, failed))
end
