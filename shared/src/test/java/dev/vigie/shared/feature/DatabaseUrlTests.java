package dev.vigie.shared.feature;

import java.net.URI;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DatabaseUrlTests {

	@Test
	void takesThePlatformsFormApart() {
		assertThat(DatabaseUrl.properties(URI.create("postgres://vigie:s3cret@db.example:6432/suite?sslmode=require")))
			.containsEntry("spring.datasource.url", "jdbc:postgresql://db.example:6432/suite?sslmode=require")
			.containsEntry("spring.datasource.username", "vigie")
			.containsEntry("spring.datasource.password", "s3cret");
	}

	@Test
	void leavesOutWhatTheAddressLeavesOut() {
		assertThat(DatabaseUrl.properties(URI.create("postgresql://db.example/suite")))
			.containsOnlyKeys("spring.datasource.url")
			.containsEntry("spring.datasource.url", "jdbc:postgresql://db.example/suite");
	}

}
