package dev.vigie.oncall.erasure;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import dev.vigie.testsupport.IntegrationTest;
import dev.vigie.testsupport.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
class TidingsIntegrationTests {

	@Autowired
	private Tidings tidings;

	@Autowired
	private TransactionTemplate transactions;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private SettableClock clock;

	@Test
	void nameThePersonForAWeekAndThenThePseudonymOnly() {
		this.transactions.executeWithoutResult((_) -> this.tidings.tell("zulu", "erased-1"));
		this.clock.advance(Duration.ofDays(7).minusSeconds(1));
		this.transactions.executeWithoutResult((_) -> this.tidings.tell("yankee", "erased-2"));
		this.tidings.forget();
		assertThat(told()).containsExactly("Person/erased-1 zulu erased-1", "Person/erased-2 yankee erased-2");
		this.clock.advance(Duration.ofSeconds(1));
		this.tidings.forget();
		assertThat(told()).containsExactly("Person/erased-1 erased-1", "Person/erased-2 yankee erased-2");
	}

	private List<String> told() {
		return this.jdbc.sql("""
				select concat_ws(' ', subject, data ->> 'person', data ->> 'pseudonym') from feed_event
				where type = 'dev.vigie.person.erased' order by position
				""").query(String.class).list();
	}

}
