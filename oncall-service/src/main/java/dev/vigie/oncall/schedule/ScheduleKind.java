package dev.vigie.oncall.schedule;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

import dev.vigie.shared.document.Change.Reference;
import dev.vigie.shared.document.Document;
import dev.vigie.shared.document.Kind;

/**
 * Schedules as documents. Each change is a new version of what is on call from now on;
 * the versions before it stay.
 */
@Component
class ScheduleKind implements Kind<ScheduleSpec> {

	private final Schedules schedules;

	private final VersionTable versions;

	private final InstantSource clock;

	ScheduleKind(Schedules schedules, VersionTable versions, InstantSource clock) {
		this.schedules = schedules;
		this.versions = versions;
		this.clock = clock;
	}

	@Override
	public String kind() {
		return "Schedule";
	}

	@Override
	public Optional<Document<ScheduleSpec>> find(String name) {
		return this.schedules.findByName(name).map(Schedule::document);
	}

	@Override
	public List<Document<ScheduleSpec>> after(String name, int limit) {
		return this.schedules.findByNameGreaterThanOrderByName(name, Limit.of(limit))
			.stream()
			.map(Schedule::document)
			.toList();
	}

	@Override
	public void save(Document<ScheduleSpec> document) {
		this.schedules.findByName(document.name())
			.ifPresentOrElse((schedule) -> schedule.become(document.spec()),
					() -> this.schedules.save(new Schedule(document.name(), document.spec())));
		succeed(document.name(), document.spec());
	}

	@Override
	public void delete(String name) {
		this.schedules.deleteByName(name);
		succeed(name, null);
	}

	private void succeed(String name, @Nullable ScheduleSpec spec) {
		Version last = this.versions.last(name).orElse(null);
		this.versions.append(name, Succession.next(last, spec, now()));
	}

	// As exact as the database keeps it.
	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MICROS);
	}

	@Override
	public List<Reference> references(ScheduleSpec spec) {
		return spec.references();
	}

}
