package dev.vigie.escalation.incident;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts the incidents whose step was due and that nobody worked on: the promise that
 * nothing is forgotten, measured.
 */
@Component
class OverdueIncidents implements MeterBinder {

	private static final Duration TOLERANCE = Duration.ofMinutes(1);

	private final JdbcClient jdbc;

	private final InstantSource clock;

	OverdueIncidents(JdbcClient jdbc, InstantSource clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		Gauge.builder("vigie.incidents.overdue", this::count)
			.description("Triggered incidents whose next step was due more than a minute ago")
			.register(registry);
	}

	long count() {
		return this.jdbc.sql("select count(*) from incident where due_at < :before")
			.param("before", this.clock.instant().minus(TOLERANCE).atOffset(ZoneOffset.UTC))
			.query((row, _) -> row.getLong(1))
			.single();
	}

}
