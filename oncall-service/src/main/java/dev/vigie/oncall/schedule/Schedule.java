package dev.vigie.oncall.schedule;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

import dev.vigie.shared.document.Document;

/**
 * An on-call plan under its name.
 */
@Entity
class Schedule {

	@Id
	private String name;

	@Version
	private @Nullable Integer version;

	@JdbcTypeCode(SqlTypes.JSON)
	private ScheduleSpec spec;

	@SuppressWarnings("NullAway.Init") // for JPA
	protected Schedule() {
	}

	Schedule(String name, ScheduleSpec spec) {
		this.name = name;
		this.spec = spec;
	}

	void become(ScheduleSpec spec) {
		this.spec = spec;
	}

	Document<ScheduleSpec> document() {
		return new Document<>(this.name, (this.version != null) ? this.version : 0, this.spec);
	}

}
