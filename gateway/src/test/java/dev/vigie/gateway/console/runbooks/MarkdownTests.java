package dev.vigie.gateway.console.runbooks;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MarkdownTests {

	@Test
	void rendersWhatARunbookNeeds() {
		assertThat(Markdown.toHtml("# First\n\n1. `df -h`\n\n[docs](https://example.org)")).contains("<h1>First</h1>",
				"<ol>", "<code>df -h</code>", "href=\"https://example.org\"");
	}

	@Test
	void linksSayWhereTheyLead() {
		assertThat(Markdown.toHtml("[a](data:text/html;base64,PHNjcmlwdD4) ![b](data:image/png;base64,AA) [c](DATA:x)"))
			.doesNotContainIgnoringCase("data:");
		assertThat(Markdown
			.toHtml("[a](//evil.example) [b](/\\\\evil.example) [c](</\t/evil.example>) ![d](//evil.example)"))
			.doesNotContain("evil.example");
		assertThat(Markdown
			.toHtml("[a](/runbooks/x) [b](other#part) [c](mailto:ops@example.org) [d](http://x.example//y)"))
			.contains("href=\"/runbooks/x\"", "href=\"other#part\"", "href=\"mailto:ops@example.org\"",
					"href=\"http://x.example//y\"");
	}

	@Test
	void nothingInItRuns() {
		assertThat(Markdown.toHtml("<script>alert(1)</script>\n\n[x](javascript:alert(1)) ![y](vbscript:z)"))
			.doesNotContain("<script", "javascript:", "vbscript:");
	}

}
