package dev.vigie.escalation.document;

import java.time.InstantSource;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.vigie.shared.document.Specs;

/**
 * Where documents are kept, whatever their kind.
 */
@Component
public class DocumentStore {

	private final JdbcClient jdbc;

	private final JsonMapper json;

	private final Specs specs;

	private final InstantSource clock;

	DocumentStore(JdbcClient jdbc, JsonMapper json, Specs specs, InstantSource clock) {
		this.jdbc = jdbc;
		this.json = json;
		this.specs = specs;
		this.clock = clock;
	}

	<S> VersionTable<S> table(String name, Class<S> type) {
		return new VersionTable<>(this.jdbc, this.json, name, type);
	}

	Specs specs() {
		return this.specs;
	}

	InstantSource clock() {
		return this.clock;
	}

}
