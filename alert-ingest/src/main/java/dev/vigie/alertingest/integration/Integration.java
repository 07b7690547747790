package dev.vigie.alertingest.integration;

import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import dev.vigie.shared.document.Document;

/**
 * A configured source of alerts. A removed one loses its key and keeps its row, for its
 * alerts; applied again it gets a new key and finds its alerts.
 */
@Entity
class Integration {

	private static final JsonMapper json = JsonMapper.builder().build();

	@Id
	private UUID id;

	private String name;

	private String type;

	private @Nullable String team;

	@JdbcTypeCode(SqlTypes.JSON)
	private String spec;

	private @Nullable String key;

	private byte @Nullable [] keyHash;

	@Version
	private @Nullable Integer version;

	@SuppressWarnings("NullAway.Init")
	protected Integration() {
	}

	Integration(UUID id, String name, IntegrationSpec spec, String key) {
		this.id = id;
		this.name = name;
		this.type = spec.type();
		this.spec = "";
		become(spec);
		open(key);
	}

	void become(IntegrationSpec spec) {
		this.type = spec.type();
		this.team = spec.team();
		this.spec = json.writeValueAsString(spec);
	}

	void open(String key) {
		this.key = key;
		this.keyHash = Keys.hash(key);
	}

	void remove() {
		this.key = null;
		this.keyHash = null;
	}

	@Nullable String key() {
		return this.key;
	}

	Document<IntegrationSpec> document() {
		return new Document<>(this.name, (this.version != null) ? this.version : 0,
				json.readValue(this.spec, IntegrationSpec.class));
	}

}
