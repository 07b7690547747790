package dev.vigie.oncall.schedule;

import java.util.List;
import java.util.Optional;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

import dev.vigie.oncall.document.Kind;
import dev.vigie.oncall.person.PersonDirectory;
import dev.vigie.oncall.person.PersonUse;
import dev.vigie.shared.document.Change.Reference;
import dev.vigie.shared.document.Document;
import dev.vigie.shared.problem.Problem.FieldError;

/**
 * Schedules as documents.
 */
@Component
class ScheduleKind implements Kind<ScheduleSpec>, PersonUse {

	private final Schedules schedules;

	private final PersonDirectory people;

	ScheduleKind(Schedules schedules, PersonDirectory people) {
		this.schedules = schedules;
		this.people = people;
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
	public void create(String name, ScheduleSpec spec) {
		this.schedules.save(new Schedule(name, spec));
	}

	@Override
	public void update(String name, ScheduleSpec spec) {
		this.schedules.findByName(name).orElseThrow().become(spec);
	}

	@Override
	public void delete(String name) {
		this.schedules.deleteByName(name);
	}

	@Override
	public List<Reference> references(ScheduleSpec spec) {
		return spec.references();
	}

	@Override
	public List<FieldError> dangling(List<Reference> references) {
		return this.people.dangling(references);
	}

	@Override
	public List<String> usesOfPerson(String person) {
		return this.schedules.findByNameGreaterThanOrderByName("", Limit.unlimited())
			.stream()
			.map(Schedule::document)
			.filter((schedule) -> schedule.spec().references().stream().anyMatch((to) -> to.name().equals(person)))
			.map((schedule) -> kind() + " " + schedule.name())
			.toList();
	}

}
