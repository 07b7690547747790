package dev.vigie.shared.feed;

import java.sql.SQLException;

import org.junit.jupiter.api.Test;

import org.springframework.orm.jpa.JpaSystemException;

import static org.assertj.core.api.Assertions.assertThat;

class FeedFailuresTests {

	@Test
	void waitOutARollbackThatFailedWithItsConnection() {
		assertThat(FeedFailures
			.isPassing(new JpaSystemException(new RuntimeException("Unable to rollback against JDBC Connection",
					new SQLException("Connection is closed")))))
			.isTrue();
	}

	@Test
	void doNotWaitForWhatTheEventBringsAlong() {
		assertThat(FeedFailures.isPassing(new IllegalStateException("poison"))).isFalse();
		assertThat(FeedFailures
			.isPassing(new JpaSystemException(new RuntimeException(new SQLException("value too long", "22001")))))
			.isFalse();
	}

}
