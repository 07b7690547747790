package dev.vigie.oncall.team;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

import dev.vigie.shared.document.Document;

/**
 * People who look after something together.
 */
@Entity
class Team {

	@Id
	private String name;

	@Version
	private @Nullable Integer version;

	@JdbcTypeCode(SqlTypes.JSON)
	private TeamSpec spec;

	@SuppressWarnings("NullAway.Init") // for JPA
	protected Team() {
	}

	Team(String name, TeamSpec spec) {
		this.name = name;
		this.spec = spec;
	}

	void become(TeamSpec spec) {
		this.spec = spec;
	}

	Document<TeamSpec> document() {
		return new Document<>(this.name, (this.version != null) ? this.version : 0, this.spec);
	}

}
