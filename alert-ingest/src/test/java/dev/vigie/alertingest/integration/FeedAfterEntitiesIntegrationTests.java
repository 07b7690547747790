package dev.vigie.alertingest.integration;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import dev.vigie.shared.feed.Feed;
import dev.vigie.testsupport.IntegrationTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@IntegrationTest
class FeedAfterEntitiesIntegrationTests {

	private static final IntegrationSpec SPEC = new IntegrationSpec("alertmanager", null, null, null, null, null, null,
			null);

	@Autowired
	private Integrations integrations;

	@Autowired
	private Feed feed;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private PlatformTransactionManager manager;

	// Whoever holds the head and waits for a row, whose holder waits for the head, is
	// deadlocked.
	@Test
	void takesTheHeadOfTheFeedOnlyWhenItsEntitiesAreWritten() throws Exception {
		TransactionTemplate transactions = new TransactionTemplate(this.manager);
		transactions.executeWithoutResult(
				(_) -> this.integrations.saveAndFlush(new Integration(UUID.randomUUID(), "prod", SPEC)));
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			Future<?> change = transactions.execute((_) -> {
				this.jdbc.sql("select 1 from integration where name = 'prod' for update").query().listOfRows();
				Future<?> changing = threads.submit(() -> transactions.executeWithoutResult((_) -> {
					this.integrations.findByName("prod")
						.orElseThrow()
						.become(new IntegrationSpec("alertmanager", "Prod", null, null, null, null, null, null));
					this.feed.append("told", "prod", Map.of());
				}));
				await().until(() -> this.jdbc.sql("""
						select count(*) > 0 from pg_stat_activity
						where datname = current_database() and wait_event_type = 'Lock'
						""").query(Boolean.class).single());
				assertThat(this.jdbc.sql("select position from feed_head for update skip locked").query().listOfRows())
					.hasSize(1);
				return changing;
			});
			assertThat(change).isNotNull();
			change.get();
		}
		assertThat(this.jdbc.sql("select count(*) from feed_event").query(Long.class).single()).isEqualTo(1);
	}

}
