package dev.vigie.oncall.person;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

import dev.vigie.shared.document.Document;

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

	@SuppressWarnings("NullAway.Init") // for JPA
	protected Person() {
	}

	Person(String name, PersonSpec spec) {
		this.name = name;
		this.spec = spec;
	}

	void become(PersonSpec spec) {
		this.spec = spec;
	}

	Document<PersonSpec> document() {
		return new Document<>(this.name, (this.version != null) ? this.version : 0, this.spec);
	}

}
