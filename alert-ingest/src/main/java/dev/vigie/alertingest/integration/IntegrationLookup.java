package dev.vigie.alertingest.integration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import dev.vigie.shared.time.Delay;

/**
 * Finds the integration that a request is about.
 */
@Component
public class IntegrationLookup {

	private static final String SELECT = "select id, name, type, team, spec from integration where ";

	private final JdbcClient jdbc;

	private final IntegrationTypes types;

	private final JsonMapper json;

	private final OpenKeys keys;

	IntegrationLookup(JdbcClient jdbc, IntegrationTypes types, JsonMapper json, OpenKeys keys) {
		this.jdbc = jdbc;
		this.types = types;
		this.json = json;
		this.keys = keys;
	}

	/**
	 * The integration with this key, whose address has a name of its type.
	 */
	public Optional<IntegrationRef> byKey(String type, String key) {
		return byKey(key).filter((integration) -> this.types.isNameOf(type, integration.type()));
	}

	/**
	 * The integration with this key, for senders whose address does not name a type.
	 */
	public Optional<IntegrationRef> byKey(String key) {
		return this.keys.open(key, this::byId);
	}

	/**
	 * An integration that is not removed.
	 */
	public Optional<IntegrationRef> byId(UUID id) {
		return this.jdbc.sql(SELECT + "id = :id and not removed").param("id", id).query(this::ref).optional();
	}

	/**
	 * An integration, also a removed one: its alerts have stayed.
	 */
	public IntegrationRef whose(UUID id) {
		return this.jdbc.sql(SELECT + "id = :id").param("id", id).query(this::ref).single();
	}

	public Optional<IntegrationRef> byName(String name) {
		return this.jdbc.sql(SELECT + "name = :name and not removed").param("name", name).query(this::ref).optional();
	}

	/**
	 * How long deliveries are kept where that is not left to the program.
	 */
	public Map<UUID, Duration> retentions() {
		Map<UUID, Duration> retentions = new HashMap<>();
		this.jdbc.sql("select id, spec ->> 'retention' as retention from integration where spec ->> 'retention' <> ''")
			.query((row, _) -> retentions.put(row.getObject("id", UUID.class),
					new Delay(row.getString("retention")).length()))
			.list();
		return retentions;
	}

	/**
	 * An integration that nobody saved, to try its settings on.
	 * @throws dev.vigie.shared.problem.Invalid with the paths of the settings that are
	 * wrong
	 */
	public IntegrationRef draft(String type, JsonNode settings) {
		return new IntegrationRef(UUID.randomUUID(), "draft", type, null, null,
				this.types.checked(this.types.type(type), settings));
	}

	private IntegrationRef ref(ResultSet row, int number) throws SQLException {
		IntegrationSpec spec = this.json.readValue(row.getString("spec"), IntegrationSpec.class);
		return new IntegrationRef(row.getObject("id", UUID.class), row.getString("name"), spec.type(), spec.team(),
				(spec.staleAfter() != null) ? spec.staleAfter().length() : null,
				this.types.settings(this.types.type(spec.type()), spec.settings()), Protection.of(spec));
	}

}
