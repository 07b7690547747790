package dev.vigie.escalation.connection;

import java.util.List;
import java.util.Optional;

import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

/**
 * The rows of connections.
 */
interface StoredConnections extends Repository<Connection, String> {

	Optional<Connection> findById(String name);

	List<Connection> findByNameGreaterThanOrderByName(String after, Limit limit);

	Connection save(Connection connection);

	void delete(Connection connection);

}
