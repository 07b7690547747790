package dev.vigie.alertingest.sender.email;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

import dev.vigie.alertingest.alert.AlertChange;
import dev.vigie.alertingest.alert.AlertReport.Group;
import dev.vigie.alertingest.alert.AlertVerb;
import dev.vigie.alertingest.integration.IntegrationAddress;
import dev.vigie.alertingest.integration.Setup;
import dev.vigie.alertingest.sender.Fingerprints;
import dev.vigie.alertingest.sender.Inbound;
import dev.vigie.alertingest.sender.JsonTexts;
import dev.vigie.alertingest.sender.Reading;
import dev.vigie.alertingest.sender.SenderParser;
import dev.vigie.shared.problem.Invalid;

/**
 * Reads mails, as they came over SMTP.
 */
@Component
@EnableConfigurationProperties(MailProperties.class)
class EmailParser implements SenderParser {

	private static final Session SESSION = Session.getInstance(lenient());

	private static final int REMEMBERED = 1000;

	private static final int LONGEST_TITLE = 200;

	private static final int LONGEST_TEXT = 16 * 1024;

	private final MailProperties properties;

	private final Map<EmailSettings, MailPatterns> patterns = new ConcurrentHashMap<>();

	EmailParser(MailProperties properties) {
		this.properties = properties;
	}

	@Override
	public String type() {
		return "email";
	}

	@Override
	public Class<?> settings() {
		return EmailSettings.class;
	}

	@Override
	public void check(Object settings) {
		patterns((EmailSettings) settings);
	}

	@Override
	public List<Setup> setup(IntegrationAddress address) {
		String mail = MailAddress.local(address.key()) + "@" + this.properties.domain();
		return List.of(new Setup(
				"The address that mails are sent to"
						+ ((this.properties.port() == null) ? "; no mail is taken until INGEST_MAIL_PORT is set" : ""),
				"text", mail));
	}

	@Override
	public Reading read(Inbound inbound) {
		try {
			return read(new MimeMessage(SESSION, new ByteArrayInputStream(inbound.body())),
					patterns(inbound.integration().settings(EmailSettings.class)));
		}
		catch (MessagingException | IOException | IndexOutOfBoundsException failure) {
			// The last is thrown for a mail that begins with the second line of a header.
			throw new Invalid("", "This cannot be read as a mail: " + failure.getMessage());
		}
	}

	private static Reading read(MimeMessage mail, MailPatterns patterns) throws MessagingException, IOException {
		refuseLoops(mail);
		JsonTexts texts = new JsonTexts();
		String title = cut(texts.clean(MailPatterns.title(subject(mail))), LONGEST_TITLE);
		String text = cut(texts.clean(MailText.of(mail)), LONGEST_TEXT);
		if (title.isBlank()) {
			title = text.isBlank() ? "(a mail without a subject)"
					: cut(text.lines().findFirst().orElse(text), LONGEST_TITLE);
		}
		AlertVerb verb = patterns.verb(title, text).orElse(null);
		if (verb == null) {
			return Reading.nothing("Neither firing nor resolved is found in it").cleaned(texts.cleaned());
		}
		String name = cut(patterns.identity(title, text), LONGEST_TITLE);
		Map<String, String> labels = new TreeMap<>(Map.of("alertname", name));
		String from = from(mail);
		if (from != null) {
			labels.put("from", texts.clean(from));
		}
		AlertChange change = AlertChange.of(verb, Fingerprints.of(Map.of("alertname", name)))
			.labels(labels)
			.annotations(text.isBlank() ? Map.of("summary", title) : Map.of("summary", title, "description", text))
			.build();
		return Reading.of(Group.of(name, Map.of("alertname", name)), List.of(change)).cleaned(texts.cleaned());
	}

	// Machines that answer machines never stop.
	private static void refuseLoops(MimeMessage mail) throws MessagingException {
		String submitted = mail.getHeader("Auto-Submitted", null);
		if (submitted != null && submitted.strip().toLowerCase(Locale.ROOT).startsWith("auto-replied")) {
			throw new Invalid("", "It is an automatic answer");
		}
		if (mail.getHeader("X-Vigie") != null || mail.getContentType().startsWith("multipart/report")) {
			throw new Invalid("", "It is one of our own mails, or a report about one");
		}
	}

	private static String subject(MimeMessage mail) throws MessagingException {
		String subject = mail.getHeader("Subject", null);
		try {
			return (subject != null) ? MimeUtility.decodeText(MimeUtility.unfold(subject)) : "";
		}
		catch (IOException _) {
			return subject;
		}
	}

	private static @Nullable String from(MimeMessage mail) {
		try {
			return (mail.getFrom() != null && mail.getFrom().length > 0
					&& mail.getFrom()[0] instanceof InternetAddress address) ? cut(address.getAddress(), LONGEST_TITLE)
							: null;
		}
		catch (MessagingException _) {
			return null;
		}
	}

	private static String cut(String text, int longest) {
		if (text.length() <= longest) {
			return text;
		}
		return text.substring(0, Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest);
	}

	private MailPatterns patterns(EmailSettings settings) {
		MailPatterns known = this.patterns.get(settings);
		if (known != null) {
			return known;
		}
		MailPatterns compiled = new MailPatterns(settings);
		if (this.patterns.size() >= REMEMBERED) {
			this.patterns.clear();
		}
		this.patterns.put(settings, compiled);
		return compiled;
	}

	private static Properties lenient() {
		Properties properties = new Properties();
		properties.setProperty("mail.mime.address.strict", "false");
		properties.setProperty("mail.mime.multipart.ignoreexistingboundaryparameter", "false");
		return properties;
	}

}
