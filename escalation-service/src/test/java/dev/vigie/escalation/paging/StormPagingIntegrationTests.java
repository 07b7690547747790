package dev.vigie.escalation.paging;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import dev.vigie.escalation.FakeMailbox;
import dev.vigie.escalation.FakeNeighbours;
import dev.vigie.escalation.Neighbourhood;
import dev.vigie.escalation.page.PageDispatcher;
import dev.vigie.testsupport.IntegrationTest;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
class StormPagingIntegrationTests {

	@Autowired
	private Firing firing;

	@Autowired
	private StepExecutor executor;

	@Autowired
	private PageDispatcher dispatcher;

	@Autowired
	private Neighbourhood neighbourhood;

	@Autowired
	private FakeMailbox mailbox;

	@Autowired
	private FakeNeighbours neighbours;

	@Autowired
	private JdbcClient jdbc;

	@BeforeEach
	void everybodyIsThere() {
		this.neighbourhood.reset();
		this.neighbours.roster(Firing.ROSTER);
	}

	@Test
	void pagesEachPersonOnceForAStorm() {
		this.firing.policy("""
				[{"after": "0m", "notify": [{"onCall": "primary"}, {"person": "grace"}]}]""");
		this.firing.put("groupings/am", """
				{"integrations": ["am"], "storm": {"alerts": 3, "within": "1m"}}""");
		IntStream.range(0, 60).forEach((i) -> {
			this.firing.fires("db" + i);
			if (i % 10 == 0) {
				run();
			}
		});
		run();
		assertThat(this.jdbc.sql("select count(*) from incident").query(Integer.class).single()).isEqualTo(4);
		List<String> told = this.mailbox.recipients();
		assertThat(told).hasSize(8);
		assertThat(Collections.frequency(told, "ada@example.org")).isEqualTo(4);
		assertThat(Collections.frequency(told, "grace@example.org")).isEqualTo(4);
		assertThat(this.mailbox.mails()).filteredOn((mail) -> mail.subject().contains("Storm on am: ")).hasSize(2);
	}

	private void run() {
		while (this.executor.runDue() + this.dispatcher.runDue() > 0) {
			// until nothing is due
		}
	}

}
