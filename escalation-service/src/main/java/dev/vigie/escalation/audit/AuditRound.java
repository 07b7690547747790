package dev.vigie.escalation.audit;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.vigie.escalation.audit.Breach.Kind;
import dev.vigie.escalation.channel.FallbackProperties;
import dev.vigie.escalation.notice.Notices;

/**
 * Counts the breaches for whoever measures, and tells the mailbox of last resort of each
 * kind once an hour: by the notices, which go another way than the pages.
 */
@Component
class AuditRound implements MeterBinder {

	private static final Logger log = LoggerFactory.getLogger(AuditRound.class);

	private final Auditor auditor;

	private final AuditText text;

	private final Notices notices;

	private final FallbackProperties fallback;

	private final InstantSource clock;

	private final Map<Kind, AtomicLong> counts = new EnumMap<>(Kind.class);

	AuditRound(Auditor auditor, AuditText text, Notices notices, FallbackProperties fallback, InstantSource clock) {
		this.auditor = auditor;
		this.text = text;
		this.notices = notices;
		this.fallback = fallback;
		this.clock = clock;
		for (Kind kind : Kind.values()) {
			this.counts.put(kind, new AtomicLong());
		}
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		this.counts.forEach((kind, count) -> Gauge.builder("vigie.promises.broken", count, AtomicLong::get)
			.tag("kind", kind.word())
			.description("Incidents and pages that were due more than a minute ago and that nobody works on")
			.register(registry));
	}

	/**
	 * Looks once.
	 */
	@Transactional
	public List<Breach> run() {
		List<Breach> found = this.auditor.look();
		this.counts.forEach((kind, count) -> count.set(count(found, kind)));
		found.forEach(this::tell);
		return found;
	}

	private static long count(List<Breach> found, Kind kind) {
		return found.stream().filter((breach) -> breach.kind() == kind).mapToLong(Breach::count).sum();
	}

	private void tell(Breach breach) {
		log.error("Promise not kept, {}: {} since {}, incidents {}", breach.kind().word(), breach.count(),
				breach.since(), breach.incidents());
		if (!this.fallback.fallbackEmail().isBlank()) {
			String once = breach.kind() + " " + this.clock.instant().truncatedTo(ChronoUnit.HOURS);
			this.notices.mail(UUID.nameUUIDFromBytes(once.getBytes(StandardCharsets.UTF_8)),
					this.fallback.fallbackEmail(), this.text.words(breach));
		}
	}

}
