package dev.vigie.postmortem.actionitem;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

import dev.vigie.shared.problem.Conflict;

/**
 * Work agreed in a post-mortem.
 */
@Entity
class ActionItem {

	@Id
	private UUID id;

	private UUID postmortemId;

	private long incidentNumber;

	private String title;

	private String owner;

	private LocalDate dueOn;

	@Enumerated(EnumType.STRING)
	private ActionItemStatus status = ActionItemStatus.OPEN;

	private Instant createdAt;

	private String createdBy;

	private @Nullable Instant closedAt;

	@Version
	private @Nullable Integer version;

	@SuppressWarnings("NullAway.Init") // filled by JPA
	protected ActionItem() {
	}

	ActionItem(Origin origin, Agreement agreement, Instant at) {
		this.id = UUID.randomUUID();
		this.postmortemId = origin.postmortem();
		this.incidentNumber = origin.incident();
		this.createdBy = origin.author();
		this.createdAt = at;
		this.title = agreement.title();
		this.owner = agreement.owner();
		this.dueOn = agreement.dueOn();
	}

	void change(Agreement agreement) {
		this.title = agreement.title();
		this.owner = agreement.owner();
		this.dueOn = agreement.dueOn();
	}

	void become(ActionItemStatus status, Instant at) {
		if (this.status == status) {
			return; // a repeated command is harmless
		}
		if (!this.status.next().contains(status)) {
			throw new Conflict("action-item-status",
					"The action item is %s and cannot become %s".formatted(this.status.text(), status.text()),
					ActionItemStatus.texts(this.status.next()));
		}
		this.status = status;
		this.closedAt = status.isClosed() ? at : null;
	}

	/**
	 * Whether it should have been closed before the given day.
	 */
	boolean isOverdue(LocalDate today) {
		return !this.status.isClosed() && this.dueOn.isBefore(today);
	}

	UUID id() {
		return this.id;
	}

	Origin origin() {
		return new Origin(this.postmortemId, this.incidentNumber, this.createdBy);
	}

	Agreement agreement() {
		return new Agreement(this.title, this.owner, this.dueOn);
	}

	ActionItemStatus status() {
		return this.status;
	}

	Instant createdAt() {
		return this.createdAt;
	}

	@Nullable Instant closedAt() {
		return this.closedAt;
	}

	int version() {
		return (this.version != null) ? this.version : 0;
	}

	/**
	 * Where it comes from.
	 */
	record Origin(UUID postmortem, long incident, String author) {
	}

	/**
	 * What is to be done, by whom, until when.
	 */
	record Agreement(String title, String owner, LocalDate dueOn) {
	}

}
