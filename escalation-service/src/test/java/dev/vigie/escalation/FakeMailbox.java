package dev.vigie.escalation;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import org.jspecify.annotations.Nullable;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/**
 * A mail server that keeps what it gets, refuses some people, or is out of order.
 */
public class FakeMailbox {

	private final List<Mail> mails = new CopyOnWriteArrayList<>();

	private final List<String> unknown = new CopyOnWriteArrayList<>();

	private final SMTPServer server;

	private volatile boolean outOfOrder;

	private volatile Runnable taken = FakeMailbox::nothing;

	FakeMailbox() {
		this.server = SMTPServer.port(0)
			.bindAddress(InetAddress.getLoopbackAddress())
			.maxConnections(200)
			.messageHandlerFactory(Receiving::new)
			.build();
		this.server.start();
	}

	int port() {
		return this.server.getPortAllocated();
	}

	void reset() {
		this.mails.clear();
		this.unknown.clear();
		this.outOfOrder = false;
		this.taken = FakeMailbox::nothing;
	}

	/**
	 * Nobody is known at this address from now on.
	 */
	public void refuses(String address) {
		this.unknown.add(address);
	}

	/**
	 * Every mail is put off until {@code false}.
	 */
	public void outOfOrder(boolean outOfOrder) {
		this.outOfOrder = outOfOrder;
	}

	/**
	 * Something happens as soon as a mail is taken, before its sender learns of that.
	 */
	public void onceTaken(Runnable event) {
		this.taken = event;
	}

	private static void nothing() {
	}

	public List<Mail> mails() {
		return List.copyOf(this.mails);
	}

	public List<String> recipients() {
		return this.mails.stream().map(Mail::to).toList();
	}

	/**
	 * One mail as it came in.
	 */
	public record Mail(String to, String subject, String messageId, String text, MimeMessage message) {
	}

	private final class Receiving implements MessageHandler {

		private String to = "";

		Receiving(MessageContext context) {
		}

		@Override
		public void from(String from) {
		}

		@Override
		public void recipient(String recipient) throws RejectException {
			if (FakeMailbox.this.unknown.contains(recipient)) {
				throw new RejectException(550, "5.1.1 No such person here");
			}
			if (FakeMailbox.this.outOfOrder) {
				throw new RejectException(451, "4.3.0 Out of order, try again");
			}
			this.to = recipient;
		}

		@Override
		public @Nullable String data(InputStream data) throws IOException {
			try {
				MimeMessage message = new MimeMessage(Session.getInstance(new Properties()),
						new ByteArrayInputStream(data.readAllBytes()));
				FakeMailbox.this.mails.add(new Mail(this.to, message.getSubject(), message.getMessageID(),
						message.getContent().toString(), message));
				FakeMailbox.this.taken.run();
				return null;
			}
			catch (MessagingException failure) {
				throw new IOException(failure);
			}
		}

		@Override
		public void done() {
		}

	}

}
