package dev.vigie.runbook.runbook;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.Immutable;

/**
 * What a runbook said from one edit to the next; never changed, so that an incident keeps
 * the words it was given.
 */
@Entity
@Immutable
class RunbookVersion {

	@Id
	private UUID id;

	private UUID runbookId;

	private int version;

	private String title;

	@Convert(converter = MatchersJson.class)
	@Column(columnDefinition = "jsonb")
	@ColumnTransformer(write = "?::jsonb")
	private List<Matcher> matchers;

	private String body;

	private Instant createdAt;

	private String createdBy;

	@SuppressWarnings("NullAway.Init") // filled by JPA
	protected RunbookVersion() {
	}

	RunbookVersion(Runbook runbook, RunbookSpec spec, String author, Instant at) {
		this.id = UUID.randomUUID();
		this.runbookId = runbook.id();
		this.version = runbook.currentVersion();
		this.title = spec.title();
		this.matchers = spec.match();
		this.body = spec.body();
		this.createdAt = at;
		this.createdBy = author;
	}

	int version() {
		return this.version;
	}

	RunbookSpec spec() {
		return new RunbookSpec(this.title, this.matchers, this.body);
	}

	Instant createdAt() {
		return this.createdAt;
	}

	String createdBy() {
		return this.createdBy;
	}

}
