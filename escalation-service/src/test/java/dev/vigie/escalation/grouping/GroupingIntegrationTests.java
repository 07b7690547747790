package dev.vigie.escalation.grouping;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import dev.vigie.testsupport.IntegrationTest;
import dev.vigie.testsupport.Tokens;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
class GroupingIntegrationTests {

	private static final String FULL = """
			{"integrations": ["am", "zabbix"], "by": "labels", "labels": ["service", "site"],
			 "correlate": {"labels": ["service"], "within": "10m", "across": ["graylog"]},
			 "storm": {"alerts": 50, "within": "1m"}}""";

	@Autowired
	private MockMvcTester http;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void answersWhatWasWritten() {
		assertThat(put("all", FULL)).hasStatus(201).hasHeader("Location", "/api/v1/groupings/all");
		assertThat(put("all", FULL)).hasStatus(200).bodyJson().extractingPath("$.action").isEqualTo("UNCHANGED");
		assertThat(get("/all")).hasHeader("ETag", "\"1\"")
			.bodyJson()
			.isLenientlyEqualTo("{\"name\": \"all\", \"version\": 1, \"spec\": %s}".formatted(FULL));
		assertThat(put("other?dryRun=true", "{}")).bodyJson().extractingPath("$.after.by").isEqualTo("sender");
		assertThat(put("all?dryRun=true", FULL)).bodyJson()
			.extractingPath("$.references[*].name")
			.asArray()
			.containsExactly("am", "zabbix", "graylog");
	}

	@Test
	void refusesTwoForOneIntegration() {
		put("first", "{\"integrations\": [\"am\", \"zabbix\"]}");
		assertThat(put("second", "{\"integrations\": [\"graylog\", \"zabbix\"]}")).hasStatus(400)
			.bodyJson()
			.extractingPath("$.errors[0]")
			.hasToString("{field=integrations[1], reason=zabbix would be in Grouping first and in Grouping second}");
		assertThat(put("second", "{}")).hasStatus(201);
		assertThat(put("third", "{\"by\": \"alert\"}")).hasStatus(400)
			.bodyJson()
			.extractingPath("$.errors[0].reason")
			.asString()
			.contains("second", "third");
		assertThat(put("first", "{\"integrations\": [\"am\"]}")).hasStatus(200);
		assertThat(put("third", "{\"integrations\": [\"zabbix\"]}")).hasStatus(201);
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', textBlock = """
			{"by": "host"}                                                     ; by
			{"by": "labels"}                                                   ; labels
			{"by": "alert", "labels": ["a"]}                                   ; labels
			{"labels": ["a"]}                                                  ; labels
			{"by": "labels", "labels": ["a", "a"]}                             ; labels[1]
			{"by": "labels", "labels": [" "]}                                  ; labels[0]
			{"by": "labels", "labels": [null]}                                 ; labels[0]
			{"by": "labels", "labels": ["\\u0000"]}                            ; ''
			{"integrations": ["A_B"]}                                          ; integrations[0]
			{"integrations": ["a", "a"]}                                       ; integrations[1]
			{"integrations": [null]}                                           ; integrations[0]
			{"integrations": "am"}                                             ; integrations
			{"correlate": {"labels": [], "within": "1m"}}                      ; correlate.labels
			{"correlate": {"labels": ["a"]}}                                   ; correlate.within
			{"correlate": {"labels": ["a"], "within": "0s"}}                   ; correlate.within
			{"correlate": {"labels": ["a"], "within": "25h"}}                  ; correlate.within
			{"correlate": {"labels": ["a"], "within": "soon"}}                 ; correlate.within
			{"correlate": {"labels": ["a", "a"], "within": "1m"}}              ; correlate.labels[1]
			{"correlate": {"labels": ["a"], "within": "1m", "across": ["X_"]}} ; correlate.across[0]
			{"storm": {"alerts": 0, "within": "1m"}}                           ; storm.alerts
			{"storm": {"alerts": 1001, "within": "1m"}}                        ; storm.alerts
			{"storm": {"alerts": 1.5, "within": "1m"}}                         ; storm.alerts
			{"storm": {"within": "1m"}}                                        ; storm.alerts
			{"storm": {"alerts": 5}}                                           ; storm.within
			{"storm": {"alerts": 5, "within": "2h"}}                           ; storm.within
			{"strom": {}}                                                      ; strom
			""")
	void refusesWithTheFieldThatIsWrong(String spec, String field) {
		assertThat(put("x?dryRun=true", spec)).hasStatus(400)
			.bodyJson()
			.extractingPath("$.errors[0].field")
			.isEqualTo(field);
	}

	@Test
	void saysWhereAlertsWouldLandAndKeepsNothing() {
		put("all", """
				{"correlate": {"labels": ["service"], "within": "10m", "across": ["zabbix"]}}""");
		assertThat(preview("all", """
				{"alerts": [
				 {"integration": "zabbix", "labels": {"host": "a", "service": "api"}, "at": "2026-03-02T12:00:00Z"},
				 {"integration": "am", "labels": {"service": "api"}, "group": {"g": "1"}, "at": "2026-03-02T12:19:59Z"},
				 {"integration": "am", "labels": {"service": "api"}, "group": {"g": "2"}, "at": "2026-03-02T12:09:59Z"},
				 {"integration": "am", "labels": {"x": "y"}, "group": {"g": "3"}, "at": "2026-03-02T13:00:00Z"},
				 {"integration": "am", "labels": {"service": "api", "b": ""}, "at": "2026-03-02T12:29:59Z"}]}"""))
			.hasStatus(200)
			.bodyJson()
			.isLenientlyEqualTo("""
					{"incidents": [{"incident": 1, "integration": "zabbix", "storm": false, "groups": 2, "alerts": 2},
					  {"incident": 2, "integration": "am", "groups": 1, "alerts": 1},
					  {"incident": 3, "integration": "am", "groups": 1, "alerts": 1}],
					 "alerts": [{"incident": 1, "why": "opens", "rule": "all", "by": {}},
					  {"incident": 1, "why": "held"}, {"incident": 1, "why": "correlates", "by": {"service": "api"}},
					  {"incident": 3, "why": "opens"}, {"incident": 2, "why": "opens"}]}""");
		assertThat(this.jdbc.sql("select count(*) from incident").query(Integer.class).single()).isZero();
	}

	@Test
	void saysWhatADraftWouldMakeOfAStorm() {
		String alerts = IntStream.range(0, 100)
			.mapToObj((i) -> """
					{"integration": "am", "fingerprint": "%d", "group": {"g": "%d"}, "at": "2026-03-02T12:00:%02dZ"}"""
				.formatted(i, i, i % 60))
			.collect(Collectors.joining(","));
		assertThat(preview("none",
				"{\"spec\": {\"storm\": {\"alerts\": 10, \"within\": \"1m\"}}, \"alerts\": [%s]}".formatted(alerts)))
			.bodyJson()
			.extractingPath("$.incidents[?(@.storm == true)].groups")
			.isEqualTo(List.of(90));
		assertThat(preview("none", "{\"alerts\": [%s]}".formatted(alerts))).hasStatus(404);
		assertThat(preview("none", "{\"spec\": {\"by\": \"x\"}, \"alerts\": [%s]}".formatted(alerts))).hasStatus(400);
		assertThat(preview("none", "{\"spec\": {}, \"alerts\": []}")).hasStatus(400);
	}

	@Test
	void opensOnlyWithTheRightScope() {
		assertThat(this.http.get().uri("/api/v1/groupings")).hasStatus(401);
		assertThat(this.http.get().uri("/api/v1/groupings").with(Tokens.by("ada", "incidents:read"))).hasStatus(403);
		assertThat(this.http.put().uri("/api/v1/groupings/x").with(Tokens.by("ada", "config:read"))).hasStatus(403);
		assertThat(this.http.delete().uri("/api/v1/groupings/x").with(Tokens.by("ada", "config:read"))).hasStatus(403);
	}

	private MvcTestResult put(String path, String spec) {
		return this.http.put()
			.uri("/api/v1/groupings/" + path)
			.with(Tokens.by("ada", "config:write"))
			.contentType(MediaType.APPLICATION_JSON)
			.content(spec)
			.exchange();
	}

	private MvcTestResult preview(String name, String question) {
		return this.http.post()
			.uri("/api/v1/groupings/" + name + "/preview")
			.with(Tokens.by("ada", "config:read"))
			.contentType(MediaType.APPLICATION_JSON)
			.content(question)
			.exchange();
	}

	private MvcTestResult get(String path) {
		return this.http.get().uri("/api/v1/groupings" + path).with(Tokens.by("ada", "config:read")).exchange();
	}

}
