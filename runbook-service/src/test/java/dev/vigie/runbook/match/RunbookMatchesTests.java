package dev.vigie.runbook.match;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.vigie.runbook.runbook.Matcher;
import dev.vigie.runbook.runbook.PublishedRunbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class RunbookMatchesTests {

	private static final String ISSUER = "https://vigie.example";

	private static final Matcher DISK_FULL = new Matcher("alertname", null, "DiskFull", null);

	private static final Matcher API_OR_WEB = new Matcher("service", null, null, "api|web");

	@Test
	void allConditionsMustHold() {
		RunbookMatches matches = among(runbook("disk", DISK_FULL, API_OR_WEB));
		assertThat(matches.match(Map.of("alertname", "DiskFull", "service", "api"), Map.of())).hasSize(1);
		assertThat(matches.match(Map.of("alertname", "DiskFull", "service", "mail"), Map.of())).isEmpty();
		assertThat(matches.match(Map.of("alertname", "DiskFull"), Map.of())).isEmpty();
	}

	@Test
	void theReasonNamesEveryCondition() {
		RunbookMatches matches = among(runbook("disk", DISK_FULL, API_OR_WEB));
		RunbookMatch match = matches.match(Map.of("alertname", "DiskFull", "service", "api"), Map.of()).getFirst();
		assertThat(match).isEqualTo(new RunbookMatch("disk", "About disk", 3, ISSUER + "/runbooks/disk",
				"The label alertname is \"DiskFull\" and label service is \"api\", which matches \"api|web\""));
	}

	@Test
	void aRegularExpressionMustFitTheWholeValue() {
		RunbookMatches matches = among(runbook("api", API_OR_WEB));
		assertThat(matches.match(Map.of("service", "api-gateway"), Map.of())).isEmpty();
		assertThat(matches.match(Map.of("service", "my-web"), Map.of())).isEmpty();
		assertThat(matches.match(Map.of("service", "web"), Map.of())).hasSize(1);
	}

	@Test
	void annotationsAreLookedAtToo() {
		RunbookMatches matches = among(runbook("disk", new Matcher(null, "summary", null, "(?s).*disk.*")));
		assertThat(matches.match(Map.of("summary", "disk"), Map.of())).isEmpty();
		assertThat(matches.match(Map.of(), Map.of("summary", "The\ndisk is full"))).hasSize(1);
	}

	@Test
	void aMissingLabelFitsNothing() {
		assertThat(among(runbook("any", new Matcher("service", null, null, ".*"))).match(Map.of(), Map.of())).isEmpty();
	}

	@Test
	void aRunbookWithoutConditionsFitsNothing() {
		assertThat(among(runbook("free")).match(Map.of("alertname", "DiskFull"), Map.of())).isEmpty();
	}

	@Test
	void theRunbookThatAsksForMostComesFirstThenTheOneTheAlertNames() {
		RunbookMatches matches = among(runbook("b-one", DISK_FULL), runbook("a-one", DISK_FULL),
				runbook("loose", API_OR_WEB), runbook("two", DISK_FULL, API_OR_WEB));
		assertThat(matches.match(Map.of("alertname", "DiskFull", "service", "web"),
				Map.of("runbook_url", "https://wiki.example/disk")))
			.extracting(RunbookMatch::title)
			.containsExactly("About two", "About a-one", "About b-one", "About loose", "wiki.example/disk");
	}

	@Test
	void theAnnotationLeadsToSomebodyElsesPage() {
		assertThat(among().match(Map.of(), Map.of("runbook_url", " https://wiki.example/disk?x=1#top ")))
			.containsExactly(new RunbookMatch(null, "wiki.example/disk", null, "https://wiki.example/disk?x=1#top",
					"The alert names it in its annotation runbook_url"));
	}

	@Test
	void anAnnotationThatNamesAnOwnRunbookIsNotListedTwice() {
		assertThat(among(runbook("disk", DISK_FULL)).match(Map.of("alertname", "DiskFull"),
				Map.of("runbook_url", ISSUER + "/runbooks/disk")))
			.hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "  ", "wiki/disk", "/disk", "//wiki.example/disk", "javascript:alert(1)",
			"ftp://wiki.example/disk", "file:///etc/passwd", "http://", "https://user:secret@wiki.example/",
			"https://wiki.example/a b", "https://wiki.example/\r\nX: y", "data:text/html,<script>" })
	void anAnnotationThatIsNoWebAddressIsNoLink(String text) {
		assertThat(among().match(Map.of(), Map.of("runbook_url", text))).isEmpty();
	}

	@Test
	void anExpressionThatWouldExplodeElsewhereAnswersAtOnce() {
		RunbookMatches matches = among(runbook("evil", new Matcher("a", null, null, "(a+)+(a+)+(a+)+b")));
		assertTimeoutPreemptively(Duration.ofSeconds(5),
				() -> assertThat(matches.match(Map.of("a", "a".repeat(5000)), Map.of())).isEmpty());
	}

	private static RunbookMatches among(PublishedRunbook... runbooks) {
		return RunbookMatches.among(List.of(runbooks), ISSUER);
	}

	private static PublishedRunbook runbook(String name, Matcher... match) {
		return new PublishedRunbook(name, 3, "About " + name, List.of(match));
	}

}
