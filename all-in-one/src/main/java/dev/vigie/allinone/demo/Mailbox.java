package dev.vigie.allinone.demo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Properties;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/**
 * A real SMTP server that keeps the last mails in memory instead of delivering them.
 */
final class Mailbox implements AutoCloseable {

	private static final int KEPT = 500;

	private static final int LARGEST = 1024 * 1024;

	private final Deque<Mail> mails = new ArrayDeque<>();

	private final InstantSource clock;

	private final SMTPServer server;

	Mailbox(InstantSource clock, int port) {
		this.clock = clock;
		this.server = SMTPServer.port(port)
			.bindAddress(InetAddress.getLoopbackAddress())
			.hostName("mailbox.localhost")
			.softwareName("Vigie")
			.maxMessageSize(LARGEST)
			.messageHandler((_, _, to, data) -> keep(to, data))
			.build();
	}

	Mailbox open() {
		this.server.start();
		return this;
	}

	/**
	 * The latest first.
	 */
	synchronized List<Mail> mails() {
		return List.copyOf(this.mails);
	}

	@Override
	public void close() {
		this.server.stop();
	}

	private void keep(String to, byte[] data) throws RejectException {
		try {
			MimeMessage message = new MimeMessage(Session.getInstance(new Properties()),
					new ByteArrayInputStream(data));
			String text = (message.getContent() instanceof String body) ? body : "(not plain text)";
			add(new Mail(to, Objects.requireNonNullElse(message.getSubject(), ""),
					Objects.requireNonNullElse(message.getMessageID(), ""), text, this.clock.instant()));
		}
		catch (MessagingException | IOException failure) {
			throw new RejectException(554, "This is no mail: " + failure.getMessage());
		}
	}

	private synchronized void add(Mail mail) {
		this.mails.addFirst(mail);
		if (this.mails.size() > KEPT) {
			this.mails.removeLast();
		}
	}

}
