package dev.vigie.escalation.page;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.vigie.escalation.channel.ChannelType;
import dev.vigie.escalation.channel.Destination;
import dev.vigie.escalation.channel.Outgoing;

/**
 * One notification to one person or channel about one incident.
 *
 * @param attempts how often it was tried, the present attempt included
 * @param wanted whether somebody still needs it
 * @param fallenBack whether somebody else was told because it failed
 */
public record Page(UUID id, PageRequest request, PageStatus status, int attempts, boolean wanted, boolean fallenBack,
		@Nullable String reason, Instant createdAt, @Nullable Instant deliveredAt) {

	static Page queued(UUID id, PageRequest request, Instant now) {
		return new Page(id, request, PageStatus.PENDING, 0, true, false, null, now, null);
	}

	public PageRequest.At at() {
		return this.request.at();
	}

	/**
	 * Who gets it, by the best name there is.
	 */
	public String recipient() {
		if (this.request.person() != null) {
			return this.request.person();
		}
		String channel = this.request.to().channel();
		return (channel != null) ? channel : this.request.to().address();
	}

	public ChannelType type() {
		return this.request.to().type();
	}

	public String messageId() {
		return Outgoing.messageId(this.id);
	}

	Page delivered(Instant at) {
		return new Page(this.id, this.request, PageStatus.DELIVERED, this.attempts, this.wanted, this.fallenBack, null,
				this.createdAt, at);
	}

	Page concealed() {
		PageFacts facts = this.request.facts();
		return new Page(this.id,
				this.request.with((this.request.person() != null) ? facts.hidden() : facts.withoutContent()),
				this.status, this.attempts, this.wanted, this.fallenBack, this.reason, this.createdAt,
				this.deliveredAt);
	}

	Destination to() {
		return this.request.to();
	}

}
