package dev.vigie.alertingest.sender.email;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.internet.ParseException;
import jakarta.mail.util.ByteArrayDataSource;
import org.jspecify.annotations.Nullable;

/**
 * Finds what there is to read in a mail: its plain text, else its HTML without the
 * markup.
 */
final class MailText {

	private static final int DEEPEST = 10;

	private static final int MOST_PARTS = 100;

	private static final int LONGEST = 64 * 1024;

	private static final Pattern HIDDEN = Pattern.compile("(?is)<(style|script|head)\\b.{0,65536}?</\\1>");

	private static final Pattern BREAK = Pattern.compile("(?i)<(br|/p|/div|/tr|/li|/h[1-6])\\b[^>]{0,1000}>");

	private static final Pattern TAG = Pattern.compile("<[^>]{0,10000}>");

	private int parts;

	private @Nullable String plain;

	private @Nullable String html;

	private MailText() {
	}

	static String of(Part mail) throws MessagingException, IOException {
		MailText text = new MailText();
		text.collect(mail, 0);
		if (text.plain != null) {
			return text.plain.strip();
		}
		return (text.html != null) ? stripped(text.html) : "";
	}

	private void collect(Part part, int depth) throws MessagingException, IOException {
		if (depth > DEEPEST || ++this.parts > MOST_PARTS || Part.ATTACHMENT.equalsIgnoreCase(disposition(part))) {
			return;
		}
		ContentType type = type(part);
		if (type.match("multipart/*")) {
			MimeMultipart multipart = new MimeMultipart(new ByteArrayDataSource(raw(part), part.getContentType()));
			for (int i = 0; i < multipart.getCount(); i++) {
				BodyPart inner = multipart.getBodyPart(i);
				collect(inner, depth + 1);
			}
		}
		else if (type.match("text/plain") && this.plain == null) {
			this.plain = text(part, type);
		}
		else if (type.match("text/html") && this.html == null) {
			this.html = text(part, type);
		}
	}

	private static @Nullable String disposition(Part part) {
		try {
			return part.getDisposition();
		}
		catch (MessagingException _) {
			return null;
		}
	}

	private static ContentType type(Part part) throws MessagingException {
		try {
			return new ContentType(part.getContentType());
		}
		catch (ParseException _) {
			return new ContentType("text", "plain", null);
		}
	}

	private static InputStream raw(Part part) throws MessagingException, IOException {
		return part.getInputStream();
	}

	private static String text(Part part, ContentType type) throws MessagingException, IOException {
		try (InputStream stream = raw(part)) {
			return new String(stream.readNBytes(LONGEST), charset(type));
		}
	}

	private static Charset charset(ContentType type) {
		String name = type.getParameter("charset");
		try {
			return (name != null) ? Charset.forName(MimeUtility.javaCharset(name)) : StandardCharsets.UTF_8;
		}
		catch (IllegalArgumentException _) {
			return StandardCharsets.UTF_8;
		}
	}

	private static String stripped(String html) {
		String text = TAG.matcher(BREAK.matcher(HIDDEN.matcher(html).replaceAll("")).replaceAll("\n")).replaceAll("");
		return text.replace("&nbsp;", " ")
			.replace("&lt;", "<")
			.replace("&gt;", ">")
			.replace("&quot;", "\"")
			.replace("&#39;", "'")
			.replace("&amp;", "&")
			.replaceAll("[ \\t\\r]+", " ")
			.replaceAll("\\s*\\n\\s*", "\n")
			.strip();
	}

}
