package dev.vigie.oncall.schedule;

import java.util.List;
import java.util.Optional;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

import dev.vigie.shared.document.Change.Reference;
import dev.vigie.shared.document.Document;
import dev.vigie.shared.document.Kind;

/**
 * Schedules as documents.
 */
@Component
class ScheduleKind implements Kind<ScheduleSpec> {

	private final Schedules schedules;

	ScheduleKind(Schedules schedules) {
		this.schedules = schedules;
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
	}

	@Override
	public void delete(String name) {
		this.schedules.deleteByName(name);
	}

	@Override
	public List<Reference> references(ScheduleSpec spec) {
		return spec.references();
	}

}
