package dev.vigie.gateway.account;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.LockModeType;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

import dev.vigie.shared.document.Names;

/**
 * All accounts.
 */
interface Accounts extends Repository<Account, UUID> {

	Account save(Account account);

	Account saveAndFlush(Account account);

	Optional<Account> findById(UUID id);

	Optional<Account> findByName(String name);

	/**
	 * The account somebody says they are. What can be nobody's name is not asked for:
	 * PostgreSQL refuses some characters.
	 */
	default Optional<Account> named(String claimed) {
		return claimed.matches(Names.PATTERN) ? findByName(claimed) : Optional.empty();
	}

	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select a from Account a where a.name = :name")
	Optional<Account> lockByName(String name);

	@Lock(LockModeType.PESSIMISTIC_WRITE)
	List<Account> findByRoleAndActiveTrueOrderByCreatedAt(Role role);

	List<Account> findByNameGreaterThanOrderByName(String after, Limit limit);

}
