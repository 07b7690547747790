package dev.vigie.allinone.journey;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import org.subethamail.smtp.server.SMTPServer;

/**
 * Everybody's mail, received over real SMTP.
 */
final class Mailbox implements AutoCloseable {

	private final List<Mail> mails = new CopyOnWriteArrayList<>();

	private final SMTPServer server;

	Mailbox() {
		this.server = SMTPServer.port(0)
			.hostName("localhost")
			.messageHandler((_, from, to, data) -> this.mails.add(read(to, data)))
			.build();
		this.server.start();
	}

	int port() {
		return this.server.getPortAllocated();
	}

	List<Mail> all() {
		return List.copyOf(this.mails);
	}

	List<Mail> of(String address) {
		return this.mails.stream().filter((mail) -> mail.to().equals(address)).toList();
	}

	@Override
	public void close() {
		this.server.stop();
	}

	private static Mail read(String to, byte[] data) {
		try (InputStream in = new ByteArrayInputStream(data)) {
			MimeMessage message = new MimeMessage(Session.getInstance(new Properties()), in);
			String text = (message.getContent() instanceof String content) ? content
					: new String(data, StandardCharsets.UTF_8);
			return new Mail(to, message.getSubject(), message.getMessageID(), text);
		}
		catch (MessagingException | IOException failure) {
			throw new IllegalStateException("A mail that cannot be read", failure);
		}
	}

	/**
	 * One received mail.
	 */
	record Mail(String to, String subject, String messageId, String text) {
	}

}
