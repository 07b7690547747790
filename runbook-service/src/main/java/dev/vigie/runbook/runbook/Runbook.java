package dev.vigie.runbook.runbook;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/**
 * A runbook by its name; what it says stands in its versions.
 */
@Entity
class Runbook {

	@Id
	private UUID id;

	private String name;

	private int currentVersion;

	private @Nullable Instant deletedAt;

	@Version
	@Column(name = "version")
	private @Nullable Integer lock;

	@SuppressWarnings("NullAway.Init") // filled by JPA
	protected Runbook() {
	}

	Runbook(String name) {
		this.id = UUID.randomUUID();
		this.name = name;
	}

	/**
	 * Moves on to a new version; a deleted runbook comes back by this.
	 */
	int publish() {
		this.currentVersion++;
		this.deletedAt = null;
		return this.currentVersion;
	}

	void delete(Instant at) {
		if (this.deletedAt == null) {
			this.deletedAt = at;
		}
	}

	boolean isDeleted() {
		return this.deletedAt != null;
	}

	UUID id() {
		return this.id;
	}

	String name() {
		return this.name;
	}

	int currentVersion() {
		return this.currentVersion;
	}

}
