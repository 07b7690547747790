package dev.vigie.alertingest.fuzz;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import tools.jackson.databind.json.JsonMapper;

import dev.vigie.alertingest.Fixtures;

/**
 * Good deliveries of every type of sender.
 */
final class Seeds {

	private static final String TOPIC = "arn:aws:sns:eu-west-1:123456789012:incidents";

	private static final String SNS = "{\"topics\": [\"%s\"], \"allowRaw\": true, \"insufficientData\": \"fire\"}"
		.formatted(TOPIC);

	private static final Map<String, List<Seed>> ALL = new LinkedHashMap<>();

	static {
		ALL.put("alertmanager",
				fixtures("alertmanager/(webhook|incidentio)-.*|malformed/(?!sns|pagerduty|opsgenie).*"));
		ALL.put("prometheus",
				fixtures("prometheus/.*").stream().map((seed) -> seed.at("api/v2/alerts", "api/v2/alerts")).toList());
		ALL.put("grafana", fixtures("grafana/(webhook|oncall|legacy)-.*"));
		ALL.put("formatted_webhook", List.of(Seed.text("""
				{"alert_uid": "a", "title": "Down", "message": "It is", "image_url": "https://x.example/i.png",
				"state": "alerting", "link_to_upstream_details": "https://x.example/a"}"""),
				Seed.text("{\"alert_uid\": \"a\", \"state\": \"ok\"}")));
		ALL.put("victorops",
				fixtures("alertmanager/victorops-.*").stream().map((seed) -> seed.at("dba", "dba")).toList());
		ALL.put("pagerduty", pagerduty());
		ALL.put("opsgenie", opsgenie());
		ALL.put("sns", sns());
		ALL.put("sentry", sentry());
		ALL.put("uptime_kuma", fixtures("uptime-kuma/.*"));
		ALL.put("email", emails());
		ALL.put("generic", generic());
	}

	private Seeds() {
	}

	static Stream<String> senders() {
		return ALL.keySet().stream();
	}

	static List<Seed> of(String sender) {
		List<Seed> seeds = ALL.get(sender);
		if (seeds == null) {
			throw new IllegalArgumentException("There are no seeds for " + sender);
		}
		return seeds;
	}

	private static List<Seed> fixtures(String pattern) {
		return JsonMapper.builder()
			.build()
			.readTree(Fixtures.bytes("INDEX"))
			.get("fixtures")
			.valueStream()
			.map((entry) -> entry.get("file").asString().replaceFirst("\\.json$", ""))
			.filter((file) -> file.matches(pattern))
			.map(Seed::fixture)
			.filter((seed) -> seed.body().length < 32 * 1024)
			.toList();
	}

	private static List<Seed> pagerduty() {
		List<Seed> seeds = new ArrayList<>(
				fixtures(".*/pagerduty-.*|pagerduty/(trigger|acknowledge|resolve).*").stream()
					.map((seed) -> seed.at("v2/enqueue", "v2/enqueue"))
					.toList());
		fixtures("pagerduty/change.*").forEach((seed) -> seeds.add(seed.at("v2/change/enqueue", "v2/change/enqueue")));
		return seeds;
	}

	private static List<Seed> opsgenie() {
		List<Seed> seeds = new ArrayList<>(fixtures(".*/opsgenie-create|opsgenie/create-full").stream()
			.map((seed) -> seed.at("v2/alerts", "create"))
			.toList());
		Map<String, String> calls = Map.of("close", "opsgenie/acknowledge", "acknowledge", "opsgenie/acknowledge",
				"unacknowledge", "opsgenie/acknowledge", "snooze", "opsgenie/snooze", "notes", "opsgenie/snooze",
				"tags", "opsgenie/create-full", "details", "opsgenie/create-full", "responders", "opsgenie/create-full",
				"assign", "opsgenie/acknowledge", "escalate", "opsgenie/acknowledge");
		Map<String, String> actions = Map.of("notes", "note", "tags", "add_tags", "details", "add_details",
				"responders", "add_responder");
		calls.forEach((call,
				fixture) -> seeds.add(Seed.fixture(fixture)
					.at("v2/alerts/db01%2Fdisk%20full%3F/" + call + "?identifierType=alias&note=n%00",
							actions.getOrDefault(call, call) + "?alias=db01%2Fdisk%20full%3F&of=x&note=n%00")));
		for (String field : List.of("message", "description", "priority")) {
			seeds.add(Seed.text("{\"%s\": \"P1\"}".formatted(field))
				.by("PUT")
				.at("v2/alerts/db01%2Fdisk%20full%3F/" + field + "?identifierType=alias",
						field + "?alias=db01%2Fdisk%20full%3F"));
		}
		seeds.add(Seed.fixture("opsgenie/heartbeat-create").at("v2/heartbeats", "create"));
		seeds.add(Seed.text("{\"interval\": 5, \"enabled\": false}")
			.by("PATCH")
			.at("v2/heartbeats/nightly-backup", "create"));
		return seeds;
	}

	private static List<Seed> sns() {
		List<Seed> seeds = new ArrayList<>();
		for (Seed seed : fixtures("sns/(?!signing).*|malformed/sns.*")) {
			String type = new String(seed.body()).contains("SubscribeURL") ? "SubscriptionConfirmation"
					: "Notification";
			seeds.add(seed.with(SNS).headed(Map.of("x-amz-sns-message-type", type, "x-amz-sns-topic-arn", TOPIC)));
			String message = JsonMapper.builder().build().readTree(seed.body()).path("Message").asString("");
			seeds.add(Seed.text(message)
				.with(SNS)
				.headed(Map.of("x-amz-sns-message-type", "Notification", "x-amz-sns-topic-arn", TOPIC,
						"x-amz-sns-rawdelivery", "true")));
		}
		return seeds;
	}

	private static List<Seed> sentry() {
		return fixtures("sentry/.*").stream()
			.map((seed) -> seed.with("{\"secrets\": [\"fuzz\"]}").headed(Map.of("Sentry-Hook-Resource", "event_alert")))
			.toList();
	}

	private static List<Seed> emails() {
		String settings = """
				{"subject": {"firing": "PROBLEM", "resolved": "RECOVERY", "identity": "Service: (.*)"}}""";
		return List.of(Seed.text("""
				From: nagios@example.org
				To: k@vigie.example
				Subject: =?utf-8?B?UFJPQkxFTSBTZXJ2aWNlOiBkaXNr?=
				MIME-Version: 1.0
				Content-Type: multipart/alternative; boundary="b"

				--b
				Content-Type: text/plain; charset=utf-8
				Content-Transfer-Encoding: quoted-printable

				Disk f=C3=BCll
				--b
				Content-Type: text/html; charset=iso-8859-1

				<p>Disk <b>full</b><script>x</script></p>
				--b--
				""".replace("\n", "\r\n")).with(settings), Seed.text("""
				From: "a" <a@example.org>
				Subject: RECOVERY Service: disk
				Date: Sat, 21 Nov 2026 09:00:00 +0000
				Content-Type: text/plain; charset=nonsense

				Fine again
				""").with(settings), Seed.text("Subject: Backup failed\n\nSee the log"));
	}

	private static List<Seed> generic() {
		List<Seed> seeds = new ArrayList<>();
		for (String body : List.of("crowdsec-alerts", "datadog-nodata", "datadog-triggered", "datadog-recovered",
				"eventbridge-alarm", "eventbridge-ok", "fail2ban-ban", "icinga-problem", "icinga-recovery",
				"suricata-alert", "suricata-batch", "zabbix-problem", "zabbix-update")) {
			seeds.add(new Seed("{\"mapping\": {\"preset\": \"%s\"}}".formatted(body.split("-")[0]), "POST", "", "",
					Map.of(), resource("/generic/" + body + ".json")));
		}
		seeds.add(Seed.fixture("alertmanager/webhook-v4-firing-two").with("""
				{"mapping": {"split": "body.alerts", "id": "item.fingerprint", "status": "item.status",
				"title": "item.labels.alertname + string(size(item.annotations))", "severity": "item.labels.?severity",
				"labels": {"team": "item.labels.team", "all": "item.labels"}, "links": {"graph": "item.generatorURL"},
				"startsAt": "item.startsAt", "endsAt": "item.endsAt", "group": "body.groupKey",
				"comment": "body.?message.orValue('')"}}"""));
		return seeds;
	}

	private static byte[] resource(String name) {
		try (InputStream stream = Seeds.class.getResourceAsStream(name)) {
			if (stream == null) {
				throw new IllegalArgumentException("There is no " + name);
			}
			return stream.readAllBytes();
		}
		catch (IOException failure) {
			throw new UncheckedIOException(failure);
		}
	}

}
