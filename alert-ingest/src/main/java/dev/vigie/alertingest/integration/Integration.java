package dev.vigie.alertingest.integration;

import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import dev.vigie.shared.document.Document;

/**
 * A configured source of alerts. A removed one loses its keys and keeps its row, for its
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

	private boolean removed;

	@Version
	private @Nullable Integer version;

	@SuppressWarnings("NullAway.Init")
	protected Integration() {
	}

	Integration(UUID id, String name, IntegrationSpec spec) {
		this.id = id;
		this.name = name;
		this.type = spec.type();
		this.spec = "";
		become(spec);
	}

	void become(IntegrationSpec spec) {
		this.type = spec.type();
		this.team = spec.team();
		this.spec = json.writeValueAsString(spec);
	}

	void open() {
		this.removed = false;
	}

	void remove() {
		this.removed = true;
	}

	boolean isRemoved() {
		return this.removed;
	}

	String type() {
		return this.type;
	}

	JsonNode stored() {
		return json.readTree(this.spec);
	}

	UUID id() {
		return this.id;
	}

	Document<IntegrationSpec> document() {
		return new Document<>(this.name, (this.version != null) ? this.version : 0,
				json.readValue(this.spec, IntegrationSpec.class));
	}

}
