package dev.vigie.testsupport;

import java.util.List;

import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Empties every table and sets the clock back, so that no test sees another's rows.
 */
class CleanSlate implements BeforeEachCallback {

	@Override
	public void beforeEach(ExtensionContext test) {
		ApplicationContext program = SpringExtension.getApplicationContext(test);
		program.getBean(SettableClock.class).set(SettableClock.START);
		JdbcClient jdbc = program.getBean(JdbcClient.class);
		List<String> tables = jdbc.sql("""
				select format('%I.%I', schemaname, tablename) from pg_tables
				where schemaname = current_schema() and tablename not in ('flyway_schema_history', 'feed_head')
				""").query((row, _) -> row.getString(1)).list();
		if (!tables.isEmpty()) {
			jdbc.sql("truncate " + String.join(", ", tables) + " cascade").update();
		}
		jdbc.sql("update feed_head set position = 0, dropped = 0").update();
	}

}
