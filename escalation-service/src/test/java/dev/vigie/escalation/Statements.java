package dev.vigie.escalation;

import java.util.List;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.slf4j.LoggerFactory;

/**
 * Counts the statements that reach the database, without those of other features that
 * hear of each incident that begins or ends.
 */
public final class Statements {

	private static final List<String> OTHERS = List.of("stakeholder_news", "update page");

	private Statements() {
	}

	public static int during(Runnable work) {
		Logger logger = (Logger) LoggerFactory.getLogger("org.springframework.jdbc.core.JdbcTemplate");
		ListAppender<ILoggingEvent> heard = new ListAppender<>();
		Level before = logger.getLevel();
		boolean additive = logger.isAdditive();
		heard.start();
		logger.setLevel(Level.DEBUG);
		logger.setAdditive(false);
		logger.addAppender(heard);
		try {
			work.run();
		}
		finally {
			logger.detachAppender(heard);
			logger.setAdditive(additive);
			logger.setLevel(before);
		}
		return (int) heard.list.stream()
			.map(ILoggingEvent::getFormattedMessage)
			.filter((line) -> line.contains("SQL statement"))
			.filter((line) -> OTHERS.stream().noneMatch(line::contains))
			.count();
	}

}
