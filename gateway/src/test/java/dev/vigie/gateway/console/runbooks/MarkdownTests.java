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
	void nothingInItRuns() {
		assertThat(Markdown.toHtml("<script>alert(1)</script>\n\n[x](javascript:alert(1)) ![y](vbscript:z)"))
			.doesNotContain("<script", "javascript:", "vbscript:");
	}

}
