package dev.vigie.escalation.channel;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

import dev.vigie.shared.document.Document;

/**
 * A configured place that pages go to, such as the mailbox of a team or a webhook.
 */
@Entity
@Table(name = "channel")
class Channel {

	@Id
	private String name;

	@Version
	private @Nullable Integer version;

	@Enumerated(EnumType.STRING)
	private ChannelType type;

	private @Nullable String address;

	private @Nullable String url;

	private @Nullable String secret;

	@SuppressWarnings("NullAway.Init") // for JPA
	protected Channel() {
	}

	Channel(String name, ChannelSpec spec) {
		this.name = name;
		this.type = spec.type();
		become(spec);
	}

	void become(ChannelSpec spec) {
		this.type = spec.type();
		this.address = spec.address();
		this.url = spec.url();
		this.secret = spec.secret();
	}

	String name() {
		return this.name;
	}

	@Nullable String secret() {
		return this.secret;
	}

	Destination destination() {
		String place = (this.type == ChannelType.EMAIL) ? this.address : this.url;
		return new Destination(this.type, this.name, (place != null) ? place : "");
	}

	/**
	 * The document with its secret, which must not leave the program.
	 */
	Document<ChannelSpec> document() {
		return new Document<>(this.name, (this.version != null) ? this.version : 0,
				new ChannelSpec(this.type, this.address, this.url, this.secret));
	}

}
