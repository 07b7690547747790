package dev.vigie.gateway.console.runbooks;

import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Turns Markdown into HTML that cannot run anything: markup in the text is shown as text,
 * addresses that are not plain links are emptied.
 */
final class Markdown {

	private static final Parser PARSER = Parser.builder().build();

	private static final HtmlRenderer RENDERER = HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true).build();

	private Markdown() {
	}

	static String toHtml(String markdown) {
		return RENDERER.render(PARSER.parse(markdown));
	}

}
