package dev.vigie.gateway.account;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/**
 * One account: a name, a role, a password, and whether it may come in at all.
 */
@Entity
class Account {

	private static final int FREE_FAILURES = 5;

	private static final Duration FIRST_DELAY = Duration.ofSeconds(30);

	private static final int MAX_DOUBLINGS = 5;

	@Id
	private UUID id;

	@Version
	private @Nullable Integer version;

	private String name;

	private @Nullable String person;

	@Enumerated(EnumType.STRING)
	private Role role;

	private boolean active = true;

	private @Nullable String password;

	private boolean mustChangePassword;

	private int epoch;

	private int failures;

	private @Nullable Instant lockedUntil;

	private Instant createdAt;

	@SuppressWarnings("NullAway.Init") // for JPA
	protected Account() {
	}

	Account(String name, @Nullable String person, Role role, Instant createdAt) {
		this.id = UUID.randomUUID();
		this.name = name;
		this.person = person;
		this.role = role;
		this.createdAt = createdAt;
	}

	/**
	 * A new password ends the browser sessions that the old one opened.
	 */
	void setPassword(String encoded, boolean oneTime) {
		this.password = encoded;
		this.mustChangePassword = oneTime;
		this.failures = 0;
		this.lockedUntil = null;
		this.epoch++;
	}

	void assign(@Nullable String person, Role role, boolean active) {
		if (this.active && !active) {
			this.epoch++;
		}
		this.person = person;
		this.role = role;
		this.active = active;
	}

	/**
	 * Five wrong passwords are free; each further one doubles the time to wait, up to a
	 * quarter of an hour.
	 */
	void failed(Instant at) {
		this.failures++;
		if (this.failures >= FREE_FAILURES) {
			int doublings = Math.min(this.failures - FREE_FAILURES, MAX_DOUBLINGS);
			this.lockedUntil = at.plus(FIRST_DELAY.multipliedBy(1L << doublings));
		}
	}

	void signedIn() {
		this.failures = 0;
		this.lockedUntil = null;
	}

	boolean isLocked(Instant at) {
		return this.lockedUntil != null && at.isBefore(this.lockedUntil);
	}

	boolean isAdmin() {
		return this.active && this.role == Role.ADMIN;
	}

	Identity identity() {
		return new Identity(this.id, this.name, this.person, this.role, this.epoch, this.mustChangePassword);
	}

	UUID id() {
		return this.id;
	}

	String name() {
		return this.name;
	}

	@Nullable String person() {
		return this.person;
	}

	Role role() {
		return this.role;
	}

	boolean active() {
		return this.active;
	}

	boolean mustChangePassword() {
		return this.mustChangePassword;
	}

	@Nullable String password() {
		return this.password;
	}

	Instant createdAt() {
		return this.createdAt;
	}

}
