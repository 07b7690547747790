package dev.vigie.escalation.connection;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

import dev.vigie.shared.problem.NotFound;

/**
 * Tries a connection with a request that asks for nothing.
 */
@Component
class Trial {

	private final Connections connections;

	private final JsonMapper json;

	private final InstantSource clock;

	Trial(Connections connections, JsonMapper json, InstantSource clock) {
		this.connections = connections;
		this.json = json;
		this.clock = clock;
	}

	/**
	 * Must not be called inside a transaction.
	 */
	Outcome run(String name) {
		if (!this.connections.isKnown(name)) {
			throw new NotFound("There is no Connection " + name);
		}
		UUID id = UUID.randomUUID();
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("type", "dev.vigie.connection.test");
		body.put("timestamp", this.clock.instant());
		body.put("id", id);
		return switch (this.connections.ask(name, id, this.json.writeValueAsString(body))) {
			case Asked.Done(Link link) -> new Outcome("taken", null, link);
			case Asked.Refused(String reason) -> new Outcome("refused", reason, null);
			case Asked.Spared spared -> new Outcome("failed", spared.reason(), null);
			case Asked.TryLater later -> new Outcome("failed", later.reason(), null);
		};
	}

	/**
	 * How it ended.
	 *
	 * @param outcome {@code taken}, {@code refused} or {@code failed}
	 * @param reason why it was not taken
	 * @param link what a link would have been made of
	 */
	record Outcome(String outcome, @Nullable String reason, @Nullable Link link) {
	}

}
