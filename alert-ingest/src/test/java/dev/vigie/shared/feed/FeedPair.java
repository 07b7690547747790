package dev.vigie.shared.feed;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import com.zaxxer.hikari.HikariDataSource;
import org.flywaydb.core.Flyway;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import dev.vigie.shared.signal.Signals;
import dev.vigie.testsupport.SettableClock;
import dev.vigie.testsupport.TestDatabase;

/**
 * A program that tells and one that reads, each with a database of its own.
 */
final class FeedPair implements AutoCloseable {

	static final String FEED = "teller";

	final SettableClock clock = new SettableClock();

	final JsonMapper json = JsonMapper.builder().build();

	final Program teller = new Program();

	final Program reader = new Program();

	final Signals signals = new Signals(this.teller.dataSource, this.teller.jdbc);

	final FeedTable table = new FeedTable(this.teller.jdbc, this.json, FEED);

	final Feed feed = new Feed(this.table, this.json, this.clock, () -> {
	});

	final FeedController controller = new FeedController(this.table, this.signals);

	final FeedPlace place = new FeedPlace(this.reader.jdbc, this.json);

	/**
	 * What may go wrong after an event was applied and before that is committed.
	 */
	final List<Consumer<FeedEvent>> troubles = new CopyOnWriteArrayList<>();

	FeedPair() {
		this.reader.jdbc.sql("create table taken (n bigint generated always as identity, position bigint, word text)")
			.update();
		this.signals.start();
	}

	/**
	 * A replica of the reader.
	 */
	FeedReader replica() {
		return new FeedReader(new Taker(), this::fetch, this.place, this.reader.transactions, this.clock);
	}

	/**
	 * Appends words in one transaction.
	 */
	void tell(String subject, String... words) {
		this.teller.transactions.executeWithoutResult((_) -> append(subject, words));
	}

	void append(String subject, String... words) {
		for (String word : words) {
			this.feed.append("told", subject, Map.of("word", word));
		}
	}

	/**
	 * Reads until there is nothing more.
	 */
	void readAll(FeedReader replica) {
		while (this.place.read(FEED) < this.table.head()) {
			replica.readOnce(Duration.ZERO);
		}
	}

	List<Long> takenPositions() {
		return this.reader.jdbc.sql("select position from taken order by n").query(Long.class).list();
	}

	List<String> takenWords() {
		return this.reader.jdbc.sql("select word from taken order by n").query(String.class).list();
	}

	List<FeedEvent> fetch(long position, Duration wait) {
		try {
			List<FeedEvent> events = this.controller.feed(position, wait.toMillis()).getBody();
			return (events != null) ? events : List.of();
		}
		catch (InterruptedException interrupted) {
			throw new IllegalStateException(interrupted);
		}
	}

	@Override
	public void close() {
		this.signals.stop();
		this.teller.dataSource.close();
		this.reader.dataSource.close();
	}

	/**
	 * A database with the tables of the feed.
	 */
	static final class Program {

		final String url = TestDatabase.create();

		final HikariDataSource dataSource = new HikariDataSource();

		final JdbcClient jdbc;

		final PlatformTransactionManager manager;

		final TransactionTemplate transactions;

		private Program() {
			Flyway.configure()
				.dataSource(this.url, null, null)
				.locations("classpath:db/migration/shared")
				.load()
				.migrate();
			this.dataSource.setJdbcUrl(this.url);
			this.dataSource.setMaximumPoolSize(24);
			this.dataSource.setMinimumIdle(1);
			this.jdbc = JdbcClient.create(this.dataSource);
			this.manager = new JdbcTransactionManager(this.dataSource);
			this.transactions = new TransactionTemplate(this.manager);
		}

	}

	private final class Taker implements FeedHandler {

		@Override
		public String feed() {
			return FEED;
		}

		@Override
		public void apply(FeedEvent event) {
			FeedPair.this.reader.jdbc.sql("insert into taken (position, word) values (:position, :word)")
				.param("position", event.position())
				.param("word", event.data().get("word").asString())
				.update();
			FeedPair.this.troubles.forEach((trouble) -> trouble.accept(event));
		}

	}

}
