package dev.vigie.escalation.connection;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Component;

import dev.vigie.escalation.webhook.WebhookAnswer;
import dev.vigie.escalation.webhook.WebhookCall;
import dev.vigie.escalation.webhook.Webhooks;
import dev.vigie.shared.document.Document;

/**
 * Asks other programs for things.
 */
@Component
public class Connections {

	private final ConnectionKind connections;

	private final Webhooks webhooks;

	Connections(ConnectionKind connections, Webhooks webhooks) {
		this.connections = connections;
		this.webhooks = webhooks;
	}

	public boolean isKnown(String name) {
		return this.connections.find(name).isPresent();
	}

	/**
	 * Whether it is told what private incidents are about.
	 */
	public boolean isTrusted(String name) {
		return find(name).filter((spec) -> Boolean.TRUE.equals(spec.trusted())).isPresent();
	}

	/**
	 * Makes one attempt. Must not be called inside a transaction.
	 * @param id the same at every attempt
	 */
	public Asked ask(String name, UUID id, String body) {
		Optional<ConnectionSpec> connection = find(name);
		if (connection.isEmpty()) {
			return new Asked.Refused("There is no connection " + name);
		}
		WebhookCall call = new WebhookCall(id, connection.get().url(), connection.get().secret(), body);
		return switch (this.webhooks.post(call)) {
			case WebhookAnswer.Taken taken -> new Asked.Done(Reply.link(taken.body()).orElse(null));
			case WebhookAnswer.Refused(String reason) -> new Asked.Refused(reason);
			case WebhookAnswer.TryLater(Duration after, String reason) -> new Asked.TryLater(after, reason);
		};
	}

	private Optional<ConnectionSpec> find(String name) {
		return this.connections.find(name).map(Document::spec);
	}

}
