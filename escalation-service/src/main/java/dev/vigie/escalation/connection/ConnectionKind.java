package dev.vigie.escalation.connection;

import java.util.List;
import java.util.Optional;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

import dev.vigie.shared.document.Document;
import dev.vigie.shared.document.Kind;
import dev.vigie.shared.document.Names;

/**
 * Connections as documents.
 */
@Component
class ConnectionKind implements Kind<ConnectionSpec> {

	private final StoredConnections connections;

	ConnectionKind(StoredConnections connections) {
		this.connections = connections;
	}

	@Override
	public String kind() {
		return "Connection";
	}

	// What cannot be a name is no connection, and may be nothing that the database takes.
	@Override
	public Optional<Document<ConnectionSpec>> find(String name) {
		return name.matches(Names.PATTERN) ? this.connections.findById(name).map(Connection::document)
				: Optional.empty();
	}

	@Override
	public List<Document<ConnectionSpec>> after(String name, int limit) {
		return this.connections.findByNameGreaterThanOrderByName(name, Limit.of(limit))
			.stream()
			.map(Connection::document)
			.toList();
	}

	@Override
	public void save(Document<ConnectionSpec> document) {
		this.connections.findById(document.name())
			.ifPresentOrElse((connection) -> connection.become(document.spec()),
					() -> this.connections.save(new Connection(document.name(), document.spec())));
	}

	@Override
	public void delete(String name) {
		this.connections.findById(name).ifPresent(this.connections::delete);
	}

}
