package dev.vigie.escalation.document;

import java.time.InstantSource;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Where documents are kept, whatever their kind.
 */
@Component
public class DocumentStore {

	private final JdbcClient jdbc;

	private final JsonMapper json;

	private final TransactionOperations transactions;

	private final InstantSource clock;

	DocumentStore(JdbcClient jdbc, JsonMapper json, PlatformTransactionManager manager, InstantSource clock) {
		this.jdbc = jdbc;
		this.json = json;
		this.transactions = new TransactionTemplate(manager);
		this.clock = clock;
	}

	<S> VersionTable<S> table(String name, Class<S> type) {
		return new VersionTable<>(this.jdbc, this.json, name, type);
	}

	TransactionOperations transactions() {
		return this.transactions;
	}

	InstantSource clock() {
		return this.clock;
	}

}
