package dev.vigie.gateway.console.runbooks;

import java.util.List;
import java.util.regex.Pattern;

import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.DefaultUrlSanitizer;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.html.UrlSanitizer;

/**
 * Turns Markdown into HTML that cannot run anything: markup in the text is shown as text,
 * addresses that are not plain links are emptied.
 */
final class Markdown {

	private static final Parser PARSER = Parser.builder().build();

	private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
		.escapeHtml(true)
		.sanitizeUrls(true)
		.urlSanitizer(new PlainLinks())
		.build();

	private Markdown() {
	}

	static String toHtml(String markdown) {
		return RENDERER.render(PARSER.parse(markdown));
	}

	/**
	 * Links say where they lead: to a page of the console or, with its scheme, elsewhere.
	 */
	private static final class PlainLinks implements UrlSanitizer {

		// Browsers read a backslash as a slash, and past white space.
		private static final Pattern OTHER_HOST = Pattern.compile("[\\s\\p{Cntrl}]*[/\\\\][\\s\\p{Cntrl}]*[/\\\\].*",
				Pattern.DOTALL);

		private final UrlSanitizer schemes = new DefaultUrlSanitizer(List.of("http", "https", "mailto"));

		@Override
		public String sanitizeLinkUrl(String url) {
			return OTHER_HOST.matcher(url).matches() ? "" : this.schemes.sanitizeLinkUrl(url);
		}

		@Override
		public String sanitizeImageUrl(String url) {
			return OTHER_HOST.matcher(url).matches() ? "" : this.schemes.sanitizeImageUrl(url);
		}

	}

}
