package dev.vigie.runbook.runbook;

import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.LockModeType;

import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.repository.Repository;

/**
 * The stored runbooks.
 */
interface Runbooks extends Repository<Runbook, UUID> {

	Optional<Runbook> findByName(String name);

	@Lock(LockModeType.PESSIMISTIC_WRITE)
	Optional<Runbook> findForUpdateByName(String name);

	Runbook saveAndFlush(Runbook runbook);

}
