package dev.vigie.escalation.paging;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.vigie.escalation.policy.Telling;

/**
 * Whose turn it is where one of several is told. The turn is taken in the transaction of
 * the page, so that nobody is left out when it is rolled back.
 */
@Component
class RoundRobins {

	private final JdbcClient jdbc;

	RoundRobins(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Whose turn comes next, without taking it.
	 */
	long peek(Telling.RoundRobin turn, String severity) {
		return this.jdbc
			.sql("select told from round_robin where policy = :policy and severity = :severity and step = :step")
			.param("policy", turn.policy())
			.param("severity", severity)
			.param("step", turn.step())
			.query((row, _) -> row.getLong(1))
			.optional()
			.orElse(0L);
	}

	/**
	 * Takes the next turn; the first is 0.
	 */
	long next(Telling.RoundRobin turn, String severity) {
		return this.jdbc.sql("""
				insert into round_robin (policy, severity, step, told) values (:policy, :severity, :step, 1)
				on conflict (policy, severity, step) do update set told = round_robin.told + 1
				returning told - 1
				""")
			.param("policy", turn.policy())
			.param("severity", severity)
			.param("step", turn.step())
			.query((row, _) -> row.getLong(1))
			.single();
	}

}
