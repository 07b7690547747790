package dev.vigie.alertingest.sender.generic;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.vigie.alertingest.Fixtures;
import dev.vigie.alertingest.alert.AlertChange;
import dev.vigie.alertingest.alert.AlertVerb;
import dev.vigie.alertingest.sender.Bodies;
import dev.vigie.alertingest.sender.Fingerprints;
import dev.vigie.alertingest.sender.Reading;
import dev.vigie.shared.problem.Invalid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

class GenericParserTests {

	private final GenericParser parser = new GenericParser();

	@Test
	void readsAsTheMappingSays() {
		AlertChange alert = only(
				"""
						{"id": "body.check.id", "status": "body.up ? 'resolved' : 'firing'", "title": "body.check.name + ' fails'",
						 "severity": "body.level", "description": "body.text", "labels": {"alertname": "body.check.name", "port": "body.port"},
						 "annotations": {"took": "body.took"}, "links": {"source": "body.url", "Run-Book": "body.book"},
						 "startsAt": "body.since", "group": "'checks'", "by": "body.who", "comment": "body.text"}
						""",
				"""
						{"up": false, "check": {"id": 17, "name": "Login"}, "level": "CRITICAL", "text": "timeout", "port": 443, "took": 1.5,
						 "url": "https://checks.example.net/17", "book": "https://wiki.example.net/login", "since": 1795251492, "who": "probe"}
						""");
		assertThat(alert.fingerprint()).isEqualTo("17");
		assertThat(alert.verb()).isEqualTo(AlertVerb.FIRING);
		assertThat(alert.labels()).isEqualTo(Map.of("alertname", "Login", "port", "443", "severity", "critical"));
		assertThat(alert.annotations()).isEqualTo(Map.of("summary", "Login fails", "description", "timeout", "took",
				"1.5", "run_book_url", "https://wiki.example.net/login"));
		assertThat(alert.generatorUrl()).isEqualTo("https://checks.example.net/17");
		assertThat(alert.startsAt()).isEqualTo(Instant.ofEpochSecond(1795251492));
		assertThat(alert.word()).isEqualTo(new AlertChange.Word("probe", "timeout", null));
	}

	@Test
	void tellsAlertsApartByTheirLastingLabelsWhenThereIsNoId() {
		String mapping = """
				{"status": "body.?ok.orValue(false) == false", "title": "body.name", "severity": "body.?level"}
				""";
		AlertChange firing = only(mapping, "{\"name\": \"Login\", \"level\": \"warning\"}");
		AlertChange resolved = only(mapping, "{\"name\": \"Login\", \"ok\": true}");
		assertThat(firing.fingerprint()).isEqualTo(Fingerprints.of(Map.of("alertname", "Login")));
		assertThat(resolved.fingerprint()).isEqualTo(firing.fingerprint());
		assertThat(resolved.verb()).isEqualTo(AlertVerb.RESOLVED);
	}

	@Test
	void makesAnAlertOfEachElementAndOneGroupOfThoseThatShareIt() {
		Reading reading = read("""
				{"split": "body.checks", "when": "item.state != 'unknown'", "status": "item.state == 'bad'",
				 "title": "item.name + ' in ' + body.site", "group": "item.team"}
				""",
				"""
						{"site": "lyon", "checks": [{"name": "a", "state": "bad", "team": "web"}, {"name": "b", "state": "good", "team": "db"},
						 {"name": "c", "state": "bad", "team": "web"}, {"name": "d", "state": "unknown", "team": "db"}]}
						""");
		assertThat(reading.parts()).extracting((part) -> part.group().key()).containsExactly("web", "db");
		assertThat(reading.parts()).extracting((part) -> part.group().labels()).doesNotHaveDuplicates();
		assertThat(reading.parts().getFirst().alerts()).extracting((alert) -> alert.annotations().get("summary"))
			.containsExactly("a in lyon", "c in lyon");
		assertThat(reading.note()).isEqualTo("1 of 4 ignored: mapping.when is false");
	}

	@Test
	void leavesOutWithANoteWhatHasNoAnswer() {
		Reading reading = read("""
				{"id": "body.nothing", "status": "'firing'", "title": "'x'", "labels": {"a": "body.deep.er"},
				 "links": {"page": "'javascript:alert(1)'"}, "startsAt": "'yesterday'", "description": "body.?nothing"}
				""", "{\"deep\": null}");
		assertThat(Bodies.only(reading).labels()).isEqualTo(Map.of("alertname", "x"));
		assertThat(reading.note())
			.contains("mapping.id is left out: at character 5: key 'nothing' is not present in map.",
					"mapping.labels.a is left out", "mapping.links.page is left out: it is no absolute web address",
					"mapping.startsAt is left out: must be a time")
			.doesNotContain("description");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', value = {
			"{\"status\": \"body.s\", \"title\": \"'t'\"}|mapping.status: at character 5: key 's' is not present in map.",
			"{\"status\": \"'on'\", \"title\": \"'t'\"}|mapping.status: must be firing, resolved, acknowledged, unacknowledged or noted, and is on",
			"{\"status\": \"true\", \"title\": \"body.?t\"}|mapping.title: is empty",
			"{\"status\": \"true\", \"title\": \"'t'\", \"when\": \"body.w\"}|mapping.when: at character 5: key 'w' is not present in map.",
			"{\"status\": \"true\", \"title\": \"'t'\", \"split\": \"body.l\"}|mapping.split: at character 5: key 'l' is not present in map.",
			"{\"status\": \"true\", \"title\": \"item.t\", \"split\": \"body.two\"}|mapping.title: item 1: at character 5: key 't' is not present in map." })
	void refusesABodyThatHasNoAnswerToWhatIsRequired(String mapping, String reason) {
		assertThatExceptionOfType(Invalid.class)
			.isThrownBy(() -> read(mapping, "{\"two\": [{\"t\": \"x\"}, {\"u\": \"y\"}]}"))
			.withMessage(reason);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', value = {
			"{\"status\": \"'firing'\", \"title\": \"bdy.t\"}|mapping.title: 1:1 undeclared reference to 'bdy' (in container '')",
			"{\"status\": \"'firing'\"}|mapping.title: is required", "{\"title\": \"'x'\"}|mapping.status: is required",
			"{\"status\": \"1\", \"title\": \"'x'\"}|mapping.status: 1:1 must result in bool or string, not in int",
			"{\"status\": \"true\", \"title\": \"'x'\", \"split\": \"'a'\"}|mapping.split: 1:1 must result in list, not in string",
			"{\"status\": \"true\", \"title\": \"'x'\", \"labels\": {\"a\": \"body.\"}}|mapping.labels.a: 1:6 no viable alternative at input '.'" })
	void saysWhatIsWrongWithAMapping(String mapping, String reason) {
		assertThatExceptionOfType(Invalid.class).isThrownBy(() -> this.parser.check(Mappings.mapping(mapping)))
			.withMessage(reason);
	}

	@Test
	void letsOwnFieldsReplaceThoseOfThePreset() {
		AlertChange alert = Bodies.only(Bodies.to(this.parser).with(Mappings.mapping("""
				{"preset": "fail2ban", "severity": "'info'", "labels": {"team": "'web'", "jail": ""}}
				""")).read(Mappings.body("fail2ban-ban")));
		assertThat(alert.labels()).isEqualTo(Map.of("alertname", "Fail2banBan", "source_ip", "203.0.113.77", "instance",
				"bastion.example.net", "severity", "info", "team", "web"));
	}

	@ParameterizedTest
	@ValueSource(strings = {
			"['xxxxxxxxxxxxxxxx'].map(a,a+a).map(a,a+a).map(a,a+a).map(a,a+a).map(a,a+a).map(a,a+a).map(a,a+a).map(a,a+a).map(a,a+a).map(a,a+a).map(a,a+a).map(a,a+a).map(a,a+a).map(a,a+a).map(a,a+a).map(a,a+a).map(a,a+a).map(a,a+a).map(a,a+a).map(a,a+a).map(a,a+a).map(a,a+a).map(a,a+a).map(a,a+a).map(a,a+a).map(a,a+a).map(a,a+a).map(a,a+a).map(a,a+a).map(a,a+a).map(a,a+a).map(a,a+a)[0]",
			"[[1]].map(a,[a,a,a,a,a,a,a,a,a,a]).map(a,[a,a,a,a,a,a,a,a,a,a]).map(a,[a,a,a,a,a,a,a,a,a,a]).map(a,[a,a,a,a,a,a,a,a,a,a]).map(a,[a,a,a,a,a,a,a,a,a,a]).map(a,[a,a,a,a,a,a,a,a,a,a]).map(a,[a,a,a,a,a,a,a,a,a,a]).map(a,[a,a,a,a,a,a,a,a,a,a]).map(a,[a,a,a,a,a,a,a,a,a,a]).map(a, a == a ? 'y' : 'n')[0]",
			"[body.long].map(a, a.replace('', a)).map(a, a.replace('', a)).map(a, a.replace('', a))[0]",
			"[[body.long,body.long,body.long,body.long]].map(a, [a.join(a[0]), a.join(a[0]), a.join(a[0]), a.join(a[0])]).map(a, a.join(a[0]) + a.join(a[0]) + a.join(a[0]) + a.join(a[0]) + a.join(a[0]) + a.join(a[0]) + a.join(a[0]) + a.join(a[0]))[0] + body.huge",
			"body.many.exists(a, body.many.exists(b, body.long.contains(b))) ? 'y' : 'n'",
			"body.many.map(a, body.many.map(b, b)).size()",
			"body.many.all(m, !body.long.matches('(x+x+)+y')) ? 'y' : 'n'" })
	void endsHostileExpressionsEarly(String title) {
		String many = String.join(",", Collections.nCopies(9000, "\"zz\""));
		String body = "{\"long\": \"%s\", \"huge\": \"%s\", \"many\": [%s]}".formatted("x".repeat(20_000),
				"x".repeat(2_000_000), many);
		assertThatExceptionOfType(Invalid.class)
			.isThrownBy(() -> read("{\"status\": \"true\", \"title\": \"%s\"}".formatted(title), body))
			.withMessageStartingWith("mapping.title: ");
	}

	@Test
	void writesAListThatHoldsItselfManyTimesOverOnlyAsFarAsAnybodyReads() {
		AlertChange alert = only(
				"""
						{"status": "true", "title": "'x'", "description": "[['x']].map(a,[a,a,a,a,a,a,a,a]).map(a,[a,a,a,a,a,a,a,a]).map(a,[a,a,a,a,a,a,a,a]).map(a,[a,a,a,a,a,a,a,a]).map(a,[a,a,a,a,a,a,a,a]).map(a,[a,a,a,a,a,a,a,a]).map(a,[a,a,a,a,a,a,a,a]).map(a,[a,a,a,a,a,a,a,a]).map(a,[a,a,a,a,a,a,a,a]).map(a,[a,a,a,a,a,a,a,a])"}
						""",
				"{}");
		assertThat(alert.annotations().get("description")).hasSize(32 * 1024).startsWith("[[[[[[").endsWith("…");
	}

	@Test
	void keepsTextsWithinBoundsAndStorable() {
		Reading reading = read("""
				{"id": "body.id", "status": "true", "title": "body.t + '\\\\u0000'"}
				""", "{\"id\": \"%s\", \"t\": \"%s\\ud800\"}".formatted("i".repeat(600), "t".repeat(5000)));
		AlertChange alert = Bodies.only(reading);
		assertThat(alert.fingerprint()).hasSize(64);
		assertThat(alert.annotations().get("summary")).hasSize(1000);
		assertThat(alert.labels().get("alertname")).hasSize(200);
		assertThat(reading.note()).isEqualTo("Characters that cannot be stored were taken out");
	}

	@Test
	void showsHeadersButNotThoseThatProveTheSender() {
		Reading reading = Bodies.to(this.parser)
			.with(Mappings.mapping("""
					{"status": "true", "title": "header['x-host'] + string(size(header))"}
					"""))
			.read("{}".getBytes(StandardCharsets.UTF_8),
					Map.of("X-Host", "web-", "Authorization", "Bearer s", "ce-id", "A17", "ce-source", "/probes"));
		assertThat(Bodies.only(reading).annotations()).containsEntry("summary", "web-3");
		assertThat(reading.note()).isEqualTo("CloudEvent A17 of /probes");
	}

	@ParameterizedTest
	@ValueSource(strings = { "cut-off", "empty-body", "invalid-utf8", "deep-nesting", "nul-and-controls", "huge-number",
			"lone-surrogate", "top-level-array", "null-maps", "duplicate-keys", "extreme-timestamps" })
	void neverFailsOnMalformedBodies(String fixture) {
		byte[] body = Fixtures.bytes("malformed/" + fixture);
		for (String preset : Presets.NAMES.split("\\|")) {
			assertThatNoException().isThrownBy(() -> {
				try {
					Bodies.to(this.parser).with(Mappings.preset(preset)).read(body, Map.of());
				}
				catch (Invalid _) {
					// refused, and that is all
				}
			});
		}
	}

	@Test
	void takesTenThousandItemsAndNoMore() {
		String item = "{\"n\": \"a check\", \"s\": \"bad\", \"h\": \"web\"}";
		String mapping = """
				{"split": "body", "status": "item.s == 'bad'", "title": "item.n + ' on ' + item.h",
				 "labels": {"alertname": "item.n", "instance": "item.h", "team": "item.?team.orValue('none')"}}
				""";
		assertThat(read(mapping, "[" + String.join(",", Collections.nCopies(10_000, item)) + "]").alerts())
			.isEqualTo(10_000);
		assertThatExceptionOfType(Invalid.class)
			.isThrownBy(() -> read(mapping, "[" + String.join(",", Collections.nCopies(10_001, item)) + "]"))
			.withMessage("mapping.split: gives more than 10000 items");
	}

	private AlertChange only(String mapping, String body) {
		return Bodies.only(read(mapping, body));
	}

	private Reading read(String mapping, String body) {
		return Bodies.to(this.parser).with(Mappings.mapping(mapping)).read(body);
	}

}
