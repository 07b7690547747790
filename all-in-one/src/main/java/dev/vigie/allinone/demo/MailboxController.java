package dev.vigie.allinone.demo;

import java.time.temporal.ChronoUnit;
import java.util.List;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/**
 * The mailbox of the demo: a page for people, JSON for programs.
 */
@RestController
class MailboxController {

	private final Mailbox mailbox;

	MailboxController(Mailbox mailbox) {
		this.mailbox = mailbox;
	}

	@GetMapping(path = "/dev/mailbox", produces = MediaType.APPLICATION_JSON_VALUE)
	List<Mail> mails() {
		return this.mailbox.mails();
	}

	@GetMapping(path = "/dev/mailbox", produces = MediaType.TEXT_HTML_VALUE)
	String page() {
		StringBuilder rows = new StringBuilder();
		this.mailbox.mails().forEach((mail) -> rows.append(row(mail)));
		String none = this.mailbox.mails().isEmpty() ? "<p>No mail has arrived yet.</p>" : "";
		return """
				<!doctype html>
				<html lang="en"><head><meta charset="utf-8"><meta http-equiv="refresh" content="3">
				<meta name="viewport" content="width=device-width, initial-scale=1"><title>Mailbox · Vigie</title>
				<link rel="icon" type="image/svg+xml" href="/gateway/vigie.svg"><link rel="stylesheet" href="/gateway/vigie.css"></head>
				<body><header><a class="brand" href="/"><img src="/gateway/vigie.svg" alt="" width="24" height="24"><span>Vigie</span></a></header>
				<main><h1>Mailbox</h1><p>Every mail this demo has sent; none has left this machine.</p>%s%s</main></body></html>
				"""
			.formatted(none, rows);
	}

	private static String row(Mail mail) {
		return """
				<article><h2>%s</h2><p>To %s, %s</p><pre class="wrapped">%s</pre></article>
				""".formatted(escape(mail.subject()), escape(mail.to()),
				mail.receivedAt().truncatedTo(ChronoUnit.SECONDS), escape(mail.text()));
	}

	private static String escape(String text) {
		return HtmlUtils.htmlEscape(text, "UTF-8");
	}

}
