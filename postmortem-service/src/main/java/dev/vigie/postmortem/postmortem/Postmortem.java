package dev.vigie.postmortem.postmortem;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/**
 * The written review of one incident. Title, severity and timeline are the incident's own
 * and are not copied: a reopened incident keeps its draft and adds to it.
 */
@Entity
class Postmortem {

	@Id
	private UUID id;

	private long incidentNumber;

	@Enumerated(EnumType.STRING)
	private PostmortemStatus status = PostmortemStatus.DRAFT;

	private String summary = "";

	private String impact = "";

	private String rootCause = "";

	private String lessons = "";

	private Instant createdAt;

	private @Nullable Instant publishedAt;

	private @Nullable String publishedBy;

	@Version
	private @Nullable Integer version;

	@SuppressWarnings("NullAway.Init") // filled by JPA
	protected Postmortem() {
	}

	Postmortem(long incidentNumber, Instant at) {
		this.id = UUID.randomUUID();
		this.incidentNumber = incidentNumber;
		this.createdAt = at;
	}

	/**
	 * Replaces what people have written; a published one may still be corrected.
	 */
	void write(Text text) {
		this.summary = text.summary();
		this.impact = text.impact();
		this.rootCause = text.rootCause();
		this.lessons = text.lessons();
	}

	void publish(String person, Instant at) {
		if (this.status == PostmortemStatus.PUBLISHED) {
			return; // a repeated command is harmless
		}
		this.status = PostmortemStatus.PUBLISHED;
		this.publishedAt = at;
		this.publishedBy = person;
	}

	UUID id() {
		return this.id;
	}

	long incidentNumber() {
		return this.incidentNumber;
	}

	PostmortemStatus status() {
		return this.status;
	}

	Text text() {
		return new Text(this.summary, this.impact, this.rootCause, this.lessons);
	}

	Instant createdAt() {
		return this.createdAt;
	}

	@Nullable Instant publishedAt() {
		return this.publishedAt;
	}

	@Nullable String publishedBy() {
		return this.publishedBy;
	}

	int version() {
		return (this.version != null) ? this.version : 0;
	}

	/**
	 * What people write, in Markdown.
	 */
	record Text(String summary, String impact, String rootCause, String lessons) {
	}

}
