package dev.vigie.shared.problem;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.orm.jpa.JpaSystemException;

import static org.assertj.core.api.Assertions.assertThat;

class ProblemAdviceTests {

	private final ProblemAdvice advice = new ProblemAdvice();

	@Test
	void saysThatTheDatabaseIsAwayWhenEvenTheRollbackFailed() throws Exception {
		JpaSystemException failure = new JpaSystemException(
				new RuntimeException("Unable to rollback", new SQLException("Connection is closed")));
		ResponseEntity<ProblemDetail> answer = this.advice.onUnclear(failure);
		assertThat(answer.getStatusCode().value()).isEqualTo(503);
		assertThat(answer.getHeaders().getFirst(HttpHeaders.RETRY_AFTER)).isEqualTo("5");
	}

	@Test
	void doesNotBlameTheDatabaseForWhatItRefuses() throws Exception {
		JpaSystemException failure = new JpaSystemException(
				new RuntimeException(new SQLException("division by zero", "22012")));
		assertThat(this.advice.onUnclear(failure).getStatusCode().value()).isEqualTo(500);
	}

	@Test
	void refusesWhatCannotBeStored() {
		DataIntegrityViolationException failure = new DataIntegrityViolationException("text",
				new SQLException("invalid byte sequence for encoding UTF8: 0x00", "22021"));
		assertThat(this.advice.onCollision(failure).getStatusCode().value()).isEqualTo(400);
	}

	@Test
	void knowsABrokenConnection() {
		assertThat(DatabaseAway.isCauseOf(new RuntimeException(new SQLException("terminating", "57P01")))).isTrue();
		assertThat(DatabaseAway
			.isCauseOf(new RuntimeException(new SQLException("An I/O error occurred", "08006", new IOException()))))
			.isTrue();
		assertThat(DatabaseAway.isCauseOf(new RuntimeException(new SQLException("duplicate key", "23505")))).isFalse();
		for (String state : List.of("25006", "53100", "53200", "53300")) {
			assertThat(DatabaseAway.isCauseOf(new RuntimeException(new SQLException("cannot write", state)))).isTrue();
		}
		assertThat(DatabaseAway.isCauseOf(new IllegalStateException("poison"))).isFalse();
	}

}
