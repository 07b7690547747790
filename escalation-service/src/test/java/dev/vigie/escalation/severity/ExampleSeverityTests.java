package dev.vigie.escalation.severity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.json.JsonMapper;

import dev.vigie.escalation.condition.Facts;
import dev.vigie.escalation.condition.Said;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The severity rules of the organisations in {@code examples} against what their
 * documents say.
 */
class ExampleSeverityTests {

	private static final Instant MONDAY = Instant.parse("2026-03-02T10:00:00Z");

	static Stream<Path> files() throws IOException {
		try (Stream<Path> found = Files.find(Path.of("../examples"), 3,
				(path, _) -> path.endsWith("severity-rules.yaml"))) {
			return found.toList().stream();
		}
	}

	@ParameterizedTest
	@MethodSource("files")
	void areRight(Path file) {
		assertThat(rules(file).rules()).isNotEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', textBlock = """
			SiteOffline             ; hours=2    ; 1  ; P5 ; less than 24 h
			SiteOffline             ; hours=25   ; 1  ; P4 ; Minor: a site is offline
			SiteOffline             ; hours=2    ; 10 ; P5 ; less than 24 h
			SiteOffline             ; hours=2    ; 11 ; P1 ; Critical: more than 10 sites
			SiteOffline             ; hours=60   ; 11 ; P1 ; Critical: more than 10 sites
			SiteCpuHigh             ; value=81   ; 1  ; P4 ; Minor: CPU of a site
			SiteCpuHigh             ; value=81   ; 4  ; P4 ; on several sites
			SiteDiskHigh            ; value=88   ; 1  ; P4 ; value = 88 ≥ 85 (warning)
			SiteDiskHigh            ; value=90.5 ; 1  ; P2 ; value = 90.5 ≥ 90 (critical)
			SiteTemperatureHigh     ; value=76   ; 1  ; P4 ; ventilation
			CentralCpuHigh          ; value=75   ; 1  ; P4 ; value = 75 ≥ 60 (warning)
			CentralCpuHigh          ; value=81   ; 1  ; P1 ; value = 81 ≥ 80 (critical)
			CentralMemoryHigh       ; value=86%  ; 1  ; P1 ; value = 86 ≥ 85 (critical)
			PostgresDown            ; x=y        ; 1  ; P1 ; act at once
			RedisDown               ; x=y        ; 1  ; P1 ; act at once
			PostgresConnectionsHigh ; value=85   ; 1  ; P1 ; value = 85 ≥ 80 (critical)
			PostgresQueriesSlow     ; value=12   ; 1  ; P4 ; value = 12 ≥ 10 (warning)
			RedisMemoryHigh         ; value=810  ; 1  ; P1 ; value = 810 ≥ 800 (critical)
			RedisHitRateLow         ; value=85   ; 1  ; P4 ; value = 85 ≤ 90 (warning)
			RedisHitRateLow         ; value=70   ; 1  ; P1 ; value = 70 ≤ 80 (critical)
			WebSocketConnections    ; value=47   ; 1  ; P4 ; default
			WebSocketConnections    ; value=35   ; 1  ; P4 ; fewer than 40
			WebSocketConnections    ; value=61   ; 1  ; P1 ; more than 60
			""")
	void neoproFollowsItsDecisionMatrix(String name, String said, int sites, Severity expected, String reason) {
		List<Said> alerts = IntStream.range(0, sites).mapToObj((i) -> alert(name, said, "site=site-" + i)).toList();
		check("neopro", alerts, MONDAY, expected, reason);
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', textBlock = """
			TMS-Sync-API-High-CPU                      ; 2026-01-31T02:00:00Z ; P2 ; Haute
			Affret-IA-API-High-Memory                  ; 2026-01-31T02:00:00Z ; P1 ; Critique
			Orders-API-High-5xx-Errors                 ; 2026-01-31T02:00:00Z ; P1 ; Critique
			Auth-API-High-4xx-Errors                   ; 2026-01-31T02:00:00Z ; P3 ; Moyenne
			Billing-API-Environment-Health-Degraded    ; 2026-01-31T02:00:00Z ; P1 ; Critique
			Subscriptions-API-High-Latency             ; 2026-01-31T02:00:00Z ; P2 ; Haute
			SES-High-Bounce-Rate                       ; 2026-03-27T08:00:00Z ; P2 ; within 1 h
			SES-High-Bounce-Rate                       ; 2026-03-27T07:59:59Z ; P3 ; out of office hours
			SES-High-Bounce-Rate                       ; 2026-03-27T17:00:00Z ; P3 ; out of office hours
			SES-High-Bounce-Rate                       ; 2026-03-30T06:59:59Z ; P3 ; out of office hours
			SES-High-Bounce-Rate                       ; 2026-03-30T07:00:00Z ; P2 ; within 1 h
			SES-High-Complaint-Rate                    ; 2026-10-26T07:30:00Z ; P3 ; out of office hours
			SES-High-Complaint-Rate                    ; 2026-10-26T08:00:00Z ; P2 ; within 1 h
			SES-High-Complaint-Rate                    ; 2026-03-28T10:00:00Z ; P3 ; out of office hours
			Frontend-High-Traffic                      ; 2026-01-31T02:00:00Z ; P4 ; front end
			Frontend-High-Request-Count                ; 2026-01-31T02:00:00Z ; P4 ; front end
			Something-New                              ; 2026-01-31T02:00:00Z ; P3 ; default
			""")
	void symphoniaFollowsItsTroubleshootingMatrix(String name, Instant at, Severity expected, String reason) {
		check("symphonia", List.of(alert(name, "x=y", "region=eu-central-1")), at, expected, reason);
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', textBlock = """
			HighErrorRate     ; value=2.4    ; P1 ; Errors
			HighErrorRate     ; value=1.4    ; P4 ; default
			ApplicationDown   ; x=y          ; P1 ; Errors
			HighLatency       ; value=650    ; P2 ; Latency
			AbnormalTraffic   ; value=-60    ; P2 ; gone
			AbnormalTraffic   ; value=75     ; P3 ; half as much again
			HighSaturation    ; value=81     ; P3 ; Saturation
			HighCpu           ; value=92     ; P3 ; CPU
			HighMemory        ; value=86%    ; P3 ; Memory
			HighDisk          ; value=91     ; P2 ; value = 91 ≥ 90 (warning)
			HighDisk          ; value=98     ; P1 ; value = 98 ≥ 97 (critical)
			ModelAccuracyDrop ; drop=12.5    ; P2 ; baseline
			ModelAccuracyDrop ; drop=10      ; P4 ; default
			DataDrift         ; p_value=0.01 ; P3 ; drift
			DataDrift         ; p_value=4e-5 ; P3 ; drift
			DataDrift         ; p_value=0.05 ; P4 ; default
			PredictionLatency ; value=220    ; P3 ; prediction
			""")
	void csvAnalyzerFollowsItsThresholds(String name, String said, Severity expected, String reason) {
		check("csv-analyzer", List.of(alert(name, said, "service=web")), MONDAY, expected, reason);
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', textBlock = """
			ApiDown                 ; job=koprogo-api             ; 1  ; P1 ; High priority
			DatabaseDown            ; job=postgresql              ; 1  ; P1 ; High priority
			DiskFull                ; mountpoint=/                ; 1  ; P1 ; High priority
			HighErrorRate           ; job=koprogo-api             ; 1  ; P1 ; High priority
			MemoryExhaustion        ; instance=prod               ; 1  ; P1 ; High priority
			SlowApi                 ; job=koprogo-api             ; 1  ; P3 ; Medium priority
			HighCpu                 ; instance=prod               ; 1  ; P3 ; Medium priority
			DatabaseConnectionsHigh ; job=postgresql              ; 1  ; P3 ; Medium priority
			SQL injection           ; from=suricata,severity=critical ; 1 ; P1 ; labels.severity = critical
			Port scan               ; from=suricata,severity=info ; 1  ; P4 ; labels.severity = info
			sshd                    ; from=fail2ban,severity=warning ; 3  ; P5 ; by itself
			sshd                    ; from=fail2ban,severity=warning ; 21 ; P3 ; an attack
			Watchdog                ; severity=none               ; 1  ; P5 ; labels.severity = none
			""")
	void koprogoHasTwoPrioritiesAndItsSensors(String name, String labels, int addresses, Severity expected,
			String reason) {
		List<Said> alerts = IntStream.range(0, addresses)
			.mapToObj((i) -> alert(name, "x=y", labels + ",source_ip=192.0.2." + i))
			.toList();
		check("koprogo", "koprogo-" + pairs(labels).getOrDefault("from", "alertmanager"), alerts, MONDAY, expected,
				reason);
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', textBlock = """
			ApiDown             ; severity=critical                   ; P1 ; critical threshold
			CertificateExpiry   ; severity=warning                    ; P4 ; certificate
			ApiLatencyP95       ; severity=critical                   ; P2 ; above 500 ms
			ApiLatencyP95       ; severity=critical,latency=over-2s   ; P1 ; above 2 s
			QueueJobsFailed     ; severity=critical                   ; P2 ; key feature
			BruteForce          ; severity=critical,category=security ; P1 ; Security incident
			FailedLogins        ; severity=warning,category=security  ; P3 ; warning threshold
			NewRegistrations    ; severity=info                       ; P5 ; trend
			Something           ; x=y                                 ; P4 ; default
			""")
	void rewappGoesByTheLabelsOfItsThresholds(String name, String labels, Severity expected, String reason) {
		check("rewapp", "alertmanager", List.of(alert(name, "x=y", labels)), MONDAY, expected, reason);
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', textBlock = """
			rewapp       ; DiskUsage severity=warning     ; DiskUsage severity=critical                     ; P1
			rewapp       ; RedisMemory severity=warning   ; ApiDown severity=critical                       ; P1
			rewapp       ; QueueJobsFailed severity=warning ; QueueJobsFailed severity=critical             ; P2
			rewapp       ; ApiLatencyP95 severity=warning ; ApiLatencyP95 severity=critical,latency=over-2s ; P1
			rewapp       ; ErrorRate severity=warning     ; BruteForce severity=critical,category=security  ; P1
			rewapp       ; NewRegistrations severity=info ; RedisMemory severity=warning                    ; P3
			rewapp       ; CertificateExpiry severity=warning ; NewRegistrations severity=info              ; P3
			koprogo      ; SlowApi severity=warning       ; ApiDown severity=critical                       ; P1
			csv-analyzer ; HighCpu severity=warning       ; ApplicationDown severity=critical               ; P1
			neopro       ; SiteCpuHigh severity=minor     ; PostgresDown severity=critical                  ; P1
			symphonia    ; A-High-4xx-Errors severity=warning ; B-High-5xx-Errors severity=critical         ; P1
			""")
	void alertsInOneGroupAreAsBadAsTheWorst(String organisation, String milder, String worse, Severity expected) {
		List<Said> alerts = Stream.of(milder, worse)
			.map((alert) -> alert.split(" "))
			.map((alert) -> alert(alert[0], "x=y", alert[1]))
			.toList();
		assertThat(rules(Path.of("../examples", organisation, "severity-rules.yaml"))
			.decide(Facts.of(alerts, "alertmanager", ""), MONDAY)
			.assessment()
			.severity()).isEqualTo(expected);
	}

	private static void check(String organisation, List<Said> alerts, Instant at, Severity expected, String reason) {
		check(organisation, organisation + "-alertmanager", alerts, at, expected, reason);
	}

	private static void check(String organisation, String integration, List<Said> alerts, Instant at, Severity expected,
			String reason) {
		Assessment assessment = rules(Path.of("../examples", organisation, "severity-rules.yaml"))
			.decide(Facts.of(alerts, integration, ""), at)
			.assessment();
		assertThat(assessment.severity()).isEqualTo(expected);
		assertThat(assessment.reason()).contains(reason);
	}

	private static Said alert(String name, String annotations, String labels) {
		Map<String, String> all = new HashMap<>(pairs(labels));
		all.put("alertname", name);
		return new Said(all, pairs(annotations));
	}

	private static Map<String, String> pairs(String text) {
		Map<String, String> pairs = new HashMap<>();
		Arrays.stream(text.split(","))
			.map((pair) -> pair.split("=", 2))
			.forEach((pair) -> pairs.put(pair[0].strip(), pair[1].strip()));
		return pairs;
	}

	private static Ruleset rules(Path file) {
		try {
			Map<?, ?> document = new Yaml().load(Files.readString(file));
			return SeveritiesTests.rules(JsonMapper.shared().writeValueAsString(document.get("spec")));
		}
		catch (IOException failure) {
			throw new UncheckedIOException(failure);
		}
	}

}
