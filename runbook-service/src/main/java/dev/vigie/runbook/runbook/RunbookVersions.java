package dev.vigie.runbook.runbook;

import java.util.Optional;
import java.util.UUID;

import org.springframework.data.repository.Repository;

/**
 * The stored versions.
 */
interface RunbookVersions extends Repository<RunbookVersion, UUID> {

	Optional<RunbookVersion> findByRunbookIdAndVersion(UUID runbookId, int version);

	RunbookVersion save(RunbookVersion version);

}
