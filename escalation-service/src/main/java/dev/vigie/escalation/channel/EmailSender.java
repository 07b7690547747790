package dev.vigie.escalation.channel;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Date;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.util.StreamProvider;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.util.MailStreamProvider;
import org.jspecify.annotations.Nullable;

import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/**
 * Sends plain text mail whose {@code Message-ID} is the same at every attempt.
 */
@Component
class EmailSender implements Sender {

	private static final int PERMANENT = 500;

	static {
		// Else every mail searches all of the class path for it, and for each of its
		// parts again.
		System.setProperty(StreamProvider.class.getName(), MailStreamProvider.class.getName());
	}

	private final JavaMailSender mail;

	private final EmailProperties properties;

	private final InstantSource clock;

	EmailSender(JavaMailSender mail, EmailProperties properties, InstantSource clock) {
		this.mail = mail;
		this.properties = properties;
		this.clock = clock;
	}

	@Override
	public ChannelType type() {
		return ChannelType.EMAIL;
	}

	@Override
	public boolean takesAddresses() {
		return true;
	}

	@Override
	public Delivery send(Outgoing message) {
		try {
			this.mail.send(compose(message));
			return new Delivery.Delivered();
		}
		catch (AddressException failure) {
			return new Delivery.Refused(Lines.single(failure.toString()));
		}
		catch (MessagingException failure) {
			return outcome(failure);
		}
		catch (MailSendException failure) {
			Exception[] causes = failure.getMessageExceptions();
			return outcome((causes.length > 0) ? causes[0] : failure);
		}
		catch (MailException failure) {
			return outcome(failure);
		}
	}

	private MimeMessage compose(Outgoing message) throws MessagingException {
		String encoding = StandardCharsets.UTF_8.name();
		MimeMessage mime = this.mail.createMimeMessage();
		mime.setFrom(new InternetAddress(this.properties.from()));
		mime.setRecipient(Message.RecipientType.TO, new InternetAddress(message.to().address(), true));
		mime.setSubject(Lines.single(message.subject()), encoding); // holds what senders
																	// wrote
		mime.setText(message.text(), encoding);
		mime.setSentDate(Date.from(this.clock.instant()));
		mime.setHeader("Message-ID", Outgoing.messageId(message.id()));
		mime.setHeader("References", Outgoing.messageId(message.thread()));
		mime.setHeader("Auto-Submitted", "auto-generated");
		mime.setHeader("X-Vigie", "page"); // alert-ingest takes no such mail for an alert
		return mime;
	}

	private static Delivery outcome(Exception failure) {
		Throwable cause = failure;
		while (next(cause) instanceof Throwable deeper && code(cause) == 0) {
			cause = deeper;
		}
		String reason = Lines.single(String.valueOf(cause.getMessage()));
		if (code(cause) >= PERMANENT || cause instanceof AddressException) {
			return new Delivery.Refused(reason);
		}
		return (code(cause) > 0) ? new Delivery.Deferred(reason) : new Delivery.TryLater(Duration.ZERO, reason);
	}

	private static int code(Throwable failure) {
		return switch (failure) {
			case SMTPAddressFailedException address -> address.getReturnCode();
			case SMTPSenderFailedException sender -> sender.getReturnCode();
			case SMTPSendFailedException send -> send.getReturnCode();
			default -> 0;
		};
	}

	// Jakarta Mail chains its failures in a way of its own.
	private static @Nullable Throwable next(Throwable failure) {
		return (failure instanceof MessagingException messaging) ? messaging.getNextException() : failure.getCause();
	}

}
