package dev.vigie.oncall.person;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

import dev.vigie.shared.document.Document;
import dev.vigie.shared.problem.Conflict;

/**
 * Someone who can be paged.
 */
@Entity
class Person {

	@Id
	private String name;

	@Version
	private @Nullable Integer version;

	@JdbcTypeCode(SqlTypes.JSON)
	private PersonSpec spec;

	@Column(insertable = false, updatable = false)
	private @Nullable Instant erasedAt;

	@SuppressWarnings("NullAway.Init") // for JPA
	protected Person() {
	}

	Person(String name, PersonSpec spec) {
		this.name = name;
		this.spec = spec;
	}

	void become(PersonSpec spec) {
		refuseIfErased();
		this.spec = spec;
	}

	boolean isErased() {
		return this.erasedAt != null;
	}

	/**
	 * Nobody is to become somebody again under a name that others read as nobody's.
	 */
	void refuseIfErased() {
		if (isErased()) {
			throw new Conflict("person-erased",
					"Person %s was erased at %s; nothing more is kept of them".formatted(this.name, this.erasedAt));
		}
	}

	Document<PersonSpec> document() {
		return new Document<>(this.name, (this.version != null) ? this.version : 0, this.spec);
	}

}
