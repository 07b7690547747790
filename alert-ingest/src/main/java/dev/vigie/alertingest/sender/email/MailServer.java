package dev.vigie.alertingest.sender.email;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.subethamail.smtp.server.SMTPServer;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import dev.vigie.alertingest.delivery.Deliveries;
import dev.vigie.alertingest.integration.IntegrationLookup;

/**
 * The SMTP server, where a port is set for it. It speaks without TLS and stands behind a
 * mail server that does.
 */
@Component
class MailServer implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(MailServer.class);

	private static final int MOST_RECIPIENTS = 20;

	private final MailProperties properties;

	private final IntegrationLookup integrations;

	private final Deliveries deliveries;

	private @Nullable SMTPServer server;

	MailServer(MailProperties properties, IntegrationLookup integrations, Deliveries deliveries) {
		this.properties = properties;
		this.integrations = integrations;
		this.deliveries = deliveries;
	}

	@Override
	public void start() {
		Integer port = this.properties.port();
		if (port == null) {
			return;
		}
		int largest = Math.toIntExact(this.properties.largest().toBytes());
		SMTPServer starting = SMTPServer.port(port)
			.bindAddress(address(this.properties.bind()))
			.hostName(this.properties.domain())
			.softwareName("Vigie")
			.maxMessageSize(largest)
			.maxRecipients(MOST_RECIPIENTS)
			.maxConnections(this.properties.connections())
			.connectionTimeout(1, TimeUnit.MINUTES)
			.insertReceivedHeaders(false)
			.messageHandlerFactory((_) -> new MailReception(this.integrations, this.deliveries, largest))
			.build();
		starting.start();
		this.server = starting;
		log.info("Taking mails at port {}", starting.getPortAllocated());
	}

	@Override
	public void stop() {
		if (this.server != null) {
			this.server.stop();
			this.server = null;
		}
	}

	@Override
	public boolean isRunning() {
		return this.server != null;
	}

	/**
	 * The port that it really listens at.
	 */
	int port() {
		return (this.server != null) ? this.server.getPortAllocated() : -1;
	}

	private static InetAddress address(String bind) {
		try {
			return InetAddress.getByName(bind);
		}
		catch (UnknownHostException unknown) {
			throw new IllegalStateException("vigie.ingest.mail.bind is no address of this machine", unknown);
		}
	}

}
