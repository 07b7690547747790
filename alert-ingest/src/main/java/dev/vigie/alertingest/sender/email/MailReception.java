package dev.vigie.alertingest.sender.email;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;

import org.springframework.http.HttpHeaders;

import dev.vigie.alertingest.delivery.Deliveries;
import dev.vigie.alertingest.integration.IntegrationLookup;
import dev.vigie.alertingest.integration.IntegrationRef;
import dev.vigie.shared.problem.Problem;

/**
 * One mail on its way in. The sender hears 250 only after everything is committed; what
 * may work later is a 4xx, so that its mail server keeps the mail.
 */
final class MailReception implements MessageHandler {

	private static final Logger log = LoggerFactory.getLogger(MailReception.class);

	private static final int LATER = 451;

	private static final int NOBODY = 550;

	private static final int TOO_LARGE = 552;

	private static final int NEVER = 554;

	private final IntegrationLookup integrations;

	private final Deliveries deliveries;

	private final int largest;

	private final Map<UUID, IntegrationRef> recipients = new LinkedHashMap<>();

	MailReception(IntegrationLookup integrations, Deliveries deliveries, int largest) {
		this.integrations = integrations;
		this.deliveries = deliveries;
		this.largest = largest;
	}

	@Override
	public void from(String from) {
	}

	@Override
	public void recipient(String address) throws RejectException {
		try {
			IntegrationRef integration = MailAddress.key(address)
				.flatMap((key) -> this.integrations.byKey("email", key))
				.orElseThrow(() -> new RejectException(NOBODY, "There is nobody here of that name"));
			this.recipients.put(integration.id(), integration);
		}
		catch (RuntimeException failure) {
			throw later(failure);
		}
	}

	@Override
	public String data(InputStream stream) throws RejectException, IOException {
		byte[] mail = stream.readNBytes(this.largest + 1);
		if (mail.length > this.largest) {
			stream.transferTo(OutputStream.nullOutputStream());
			throw new RejectException(TOO_LARGE, "The mail is larger than %d bytes".formatted(this.largest));
		}
		for (IntegrationRef integration : this.recipients.values()) {
			take(integration, mail);
		}
		return "Taken";
	}

	@Override
	public void done() {
		this.recipients.clear();
	}

	// Taken again after another recipient's failure, a mail changes nothing: its alert is
	// the same.
	private void take(IntegrationRef integration, byte[] mail) throws RejectException {
		try {
			this.deliveries.take(integration, "", new HttpHeaders(), mail);
		}
		catch (Problem problem) {
			if (problem.status().is4xxClientError()) {
				throw new RejectException(NEVER, line(problem));
			}
			throw new RejectException(LATER, line(problem));
		}
		catch (RuntimeException failure) {
			throw later(failure);
		}
	}

	private static RejectException later(RuntimeException failure) {
		log.warn("A mail could not be taken and is to come again: {}", failure.toString());
		return new RejectException(LATER, "It cannot be taken at the moment; send it again");
	}

	private static String line(Problem problem) {
		return String.valueOf(problem.getMessage()).replaceAll("\\s+", " ");
	}

}
