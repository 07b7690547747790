package dev.vigie.oncall.calendar;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

import dev.vigie.shared.document.Document;

/**
 * A calendar from elsewhere under its name.
 */
@Entity
class Calendar {

	@Id
	private String name;

	@Version
	private @Nullable Integer version;

	@JdbcTypeCode(SqlTypes.JSON)
	private CalendarSpec spec;

	@SuppressWarnings("NullAway.Init") // for JPA
	protected Calendar() {
	}

	Calendar(String name, CalendarSpec spec) {
		this.name = name;
		this.spec = spec;
	}

	void become(CalendarSpec spec) {
		this.spec = spec;
	}

	Document<CalendarSpec> document() {
		return new Document<>(this.name, (this.version != null) ? this.version : 0, this.spec);
	}

}
