package dev.vigie.escalation.connection;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

import dev.vigie.shared.document.Document;

/**
 * A configured connection to another program.
 */
@Entity
@Table(name = "connection")
class Connection {

	@Id
	private String name;

	@Version
	private @Nullable Integer version;

	@Enumerated(EnumType.STRING)
	private ConnectionType type;

	private String url;

	private String secret;

	@Column(name = "private")
	private @Nullable Boolean trusted;

	@SuppressWarnings("NullAway.Init") // for JPA
	protected Connection() {
	}

	Connection(String name, ConnectionSpec spec) {
		this.name = name;
		this.type = spec.type();
		this.url = spec.url();
		this.secret = spec.secret();
		this.trusted = spec.trusted();
	}

	void become(ConnectionSpec spec) {
		this.type = spec.type();
		this.url = spec.url();
		this.secret = spec.secret();
		this.trusted = spec.trusted();
	}

	/**
	 * The document with its secret, which must not leave the program.
	 */
	Document<ConnectionSpec> document() {
		return new Document<>(this.name, (this.version != null) ? this.version : 0,
				new ConnectionSpec(this.type, this.url, this.secret, this.trusted));
	}

}
