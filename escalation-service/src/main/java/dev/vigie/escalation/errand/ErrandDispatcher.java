package dev.vigie.escalation.errand;

import java.util.List;
import java.util.Locale;

import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

import dev.vigie.escalation.connection.Asked;
import dev.vigie.escalation.connection.Connections;
import dev.vigie.escalation.policy.Deed.What;

/**
 * Runs errands as pages are sent: taken, asked outside any transaction, recorded. A crash
 * in between means that the same is asked again with the same id, never nothing.
 */
@Component
class ErrandDispatcher {

	private static final Logger log = LoggerFactory.getLogger(ErrandDispatcher.class);

	private static final int BATCH = 10;

	private final Errands errands;

	private final Connections connections;

	private final ErrandBody body;

	private final MeterRegistry meters;

	ErrandDispatcher(Errands errands, Connections connections, ErrandBody body, MeterRegistry meters) {
		this.meters = meters;
		this.errands = errands;
		this.connections = connections;
		this.body = body;
	}

	/**
	 * Takes what is due; whoever takes it runs it.
	 */
	List<Errand> claim() {
		return this.errands.claim(BATCH);
	}

	void run(Errand errand) {
		Asked outcome = ask(errand);
		this.meters
			.counter("vigie.errands", "what", errand.what().name().toLowerCase(Locale.ROOT), "outcome",
					outcome.getClass().getSimpleName().toLowerCase(Locale.ROOT))
			.increment();
		this.errands.record(errand, outcome);
		log.info("Errand {} for incident {}: {} by {}, attempt {}: {}", errand.id(), errand.incidentId(), errand.what(),
				errand.connection(), errand.attempts(), outcome.getClass().getSimpleName());
	}

	private Asked ask(Errand errand) {
		ErrandBody.Subject subject = this.body.subject(errand.incidentId());
		if (errand.what() == What.WAR_ROOM && !subject.open()) {
			return new Asked.Refused("the incident is over");
		}
		boolean trusted = this.connections.isTrusted(errand.connection());
		return this.connections.ask(errand.connection(), errand.id(), this.body.of(errand, subject, trusted));
	}

}
