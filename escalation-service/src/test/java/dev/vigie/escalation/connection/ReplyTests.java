package dev.vigie.escalation.connection;

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ReplyTests {

	@ParameterizedTest
	@CsvSource(delimiter = ';', nullValues = "-", quoteCharacter = '`', value = {
			"{\"url\":\"https://meet.example.org/a\"}; https://meet.example.org/a; -",
			"{\"url\":\"https://a.org/1\",\"title\":\"Bridge 1\"}; https://a.org/1; Bridge 1",
			"{\"url\":\"https://api.github.com/repos/o/r/issues/7\",\"html_url\":\"https://github.com/o/r/issues/7\",\"title\":\"Disk\"}; https://github.com/o/r/issues/7; Disk",
			"{\"link\":\"http://a.org:8080/x?y=z#q\",\"key\":\"OPS-1\"}; http://a.org:8080/x?y=z#q; OPS-1",
			"{\"id\":\"10000\",\"key\":\"OPS-24\",\"self\":\"https://x.atlassian.net/rest/api/3/issue/10000\"}; https://x.atlassian.net/browse/OPS-24; OPS-24",
			"{\"key\":\"OPS-24\",\"self\":\"https://x.org/jira/rest/api/2/issue/10000\"}; https://x.org/jira/browse/OPS-24; OPS-24",
			"{\"key\":\"OPS-24\",\"self\":\"https://x.org:8443/issue\"}; https://x.org:8443/browse/OPS-24; OPS-24" })
	void findsTheLinkInWhatOtherProgramsAnswer(String body, String url, String title) {
		assertThat(Reply.link(body)).contains(new Link(url, title));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "ok", "<html><a href='https://a.org'>here</a></html>", "[\"https://a.org\"]", "null",
			"{\"url\":1}", "{\"url\":null}", "{\"url\":\"javascript:alert(1)\"}", "{\"url\":\"data:text/html,x\"}",
			"{\"url\":\"//a.org/x\"}", "{\"url\":\"/x\"}", "{\"url\":\"https:///x\"}",
			"{\"url\":\"https://eve:pw@a.org/\"}", "{\"url\":\"https://a.org/\\r\\nBcc: x\"}",
			"{\"url\":\"https://a.org/\\u202egpj\"}", "{\"url\":\"https://a.org/a b\"}",
			"{\"key\":\"../../x\",\"self\":\"https://a.org/rest/api/2/issue/1\"}",
			"{\"key\":\"A-1\",\"self\":\"javascript:x/rest/api/\"}", "{\"url\":\"https://a.org/" })
	void findsNoLinkInAnythingElse(String body) {
		assertThat(Reply.link(body)).isEmpty();
	}

	@Test
	void takesNoLinkThatIsTooLongAndCutsTitles() {
		assertThat(Reply.link("{\"url\":\"https://a.org/" + "x".repeat(2000) + "\"}")).isEmpty();
		Optional<Link> link = Reply
			.link("{\"url\":\"https://a.org/\",\"title\":\"a\\n\\u202eb" + "😀".repeat(300) + "\"}");
		assertThat(link.orElseThrow().title()).startsWith("a b").endsWith("…");
		assertThat(link.orElseThrow().title().codePoints().count()).isEqualTo(201);
	}

	@Test
	void survivesAnAnswerThatIsNestedWithoutEnd() {
		assertThat(Reply.link("[".repeat(60_000))).isEmpty();
		assertThat(Reply.link("{\"url\":".repeat(8_000))).isEmpty();
	}

}
