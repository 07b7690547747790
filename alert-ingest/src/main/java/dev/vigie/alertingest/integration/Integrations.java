package dev.vigie.alertingest.integration;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

/**
 * The stored integrations.
 */
interface Integrations extends Repository<Integration, UUID> {

	Optional<Integration> findByName(String name);

	List<Integration> findByRemovedFalseAndNameGreaterThanOrderByName(String name, Limit limit);

	Integration saveAndFlush(Integration integration);

}
