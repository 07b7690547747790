package dev.vigie.oncall.schedule;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import dev.vigie.oncall.constraint.IanaZone;
import dev.vigie.oncall.constraint.PlainText;
import dev.vigie.oncall.person.PersonDirectory;
import dev.vigie.oncall.rotation.Rotation;
import dev.vigie.oncall.rotation.WallClock;
import dev.vigie.shared.document.Change.Reference;
import dev.vigie.shared.document.Names;
import dev.vigie.shared.document.Specs;
import dev.vigie.shared.problem.Invalid;
import dev.vigie.shared.problem.Problem.FieldError;

/**
 * An on-call plan in one time zone.
 *
 * @param displayName how others see it
 * @param timeZone where its wall clock hangs
 * @param team who looks after what it is on call for
 * @param handOver what is asked of who comes on call; nothing if absent
 * @param holidays whose public holidays its restrictions speak of
 * @param layers what it is stacked from, the lowest first: a higher one covers a lower
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ScheduleSpec(@Size(max = 200) @PlainText @Nullable String displayName, @NotNull @IanaZone String timeZone,
		@Pattern(regexp = Names.PATTERN, message = "must be the name of a team") @Nullable String team,
		@Nullable @Valid HandOver handOver, @Nullable @Valid Region holidays,
		@Size(min = 1, message = "needs a layer") @Size(max = 50) List<@NotNull @Valid Layer> layers) {

	/**
	 * The kind of a reference to an imported calendar.
	 */
	static final String CALENDAR = "Calendar";

	private static final String TEAM = "Team";

	ScheduleSpec(@Nullable String displayName, String timeZone, @Nullable String team, @Nullable HandOver handOver,
			@Nullable Region holidays, @Nullable List<Layer> layers) {
		this.displayName = displayName;
		this.timeZone = timeZone;
		this.team = team;
		this.handOver = handOver;
		this.holidays = holidays;
		// A null among them is for the validator to name.
		this.layers = (layers != null) ? Collections.unmodifiableList(new ArrayList<>(layers)) : List.of();
	}

	/**
	 * Reads it as people write it.
	 * @throws Invalid naming every field that is wrong
	 */
	static ScheduleSpec read(Specs specs, @Nullable JsonNode body) {
		ScheduleSpec spec = specs.read(body, ScheduleSpec.class);
		List<FieldError> contradictions = spec.contradictions();
		if (!contradictions.isEmpty()) {
			throw new Invalid(contradictions);
		}
		return spec;
	}

	/**
	 * Whether the other says the same of who is on call.
	 */
	boolean saysTheSameAs(ScheduleSpec other) {
		return this.timeZone.equals(other.timeZone) && Objects.equals(this.holidays, other.holidays)
				&& this.layers.equals(other.layers);
	}

	/**
	 * The same with layers of the other in place of equal ones.
	 */
	ScheduleSpec sharing(ScheduleSpec other) {
		List<Layer> shared = new ArrayList<>();
		for (int i = 0; i < this.layers.size(); i++) {
			Layer theirs = (i < other.layers.size()) ? other.layers.get(i) : null;
			shared.add(this.layers.get(i).equals(theirs) ? theirs : this.layers.get(i));
		}
		return new ScheduleSpec(this.displayName, this.timeZone, this.team, this.handOver, this.holidays, shared);
	}

	WallClock clock() {
		return new WallClock(ZoneId.of(this.timeZone));
	}

	/**
	 * The name of the layer at an index, counted from 0.
	 */
	String layerName(int index) {
		String name = this.layers.get(index).name();
		return (name != null) ? name : "layer-" + (index + 1);
	}

	/**
	 * The layer of a name.
	 */
	@Nullable Layer layer(String name) {
		for (int i = 0; i < this.layers.size(); i++) {
			if (layerName(i).equals(name)) {
				return this.layers.get(i);
			}
		}
		return null;
	}

	/**
	 * Everybody who takes turns as primary.
	 */
	Set<String> people() {
		Set<String> people = new TreeSet<>();
		for (Layer layer : this.layers) {
			Rotation rotation = layer.rotation();
			if (rotation != null && layer.roleOrPrimary() == Role.PRIMARY) {
				rotation.people().forEach((slot) -> people.addAll(slot.people()));
			}
		}
		return people;
	}

	/**
	 * What is right field by field and does not go together.
	 */
	List<FieldError> contradictions() {
		List<FieldError> errors = new ArrayList<>();
		if (this.handOver != null && !this.handOver.takeOverWithin().isAtMostADay()) {
			errors.add(new FieldError("handOver.takeOverWithin", "must be at most a day"));
		}
		if (this.holidays != null && !PublicHolidays.know(this.holidays.country())) {
			errors.add(new FieldError("holidays.country", "is not a country whose holidays are known"));
		}
		else if (this.holidays != null && !PublicHolidays.knowRegionOf(this.holidays)) {
			errors.add(new FieldError("holidays.region", "is not a region of the country whose holidays are known"));
		}
		Set<String> names = new HashSet<>();
		for (int i = 0; i < this.layers.size(); i++) {
			Layer layer = this.layers.get(i);
			String path = "layers[" + i + "].";
			if (!names.add(layerName(i))) {
				errors.add(new FieldError(path + "name", "another layer has it"));
			}
			errors.addAll(layer.contradictions(path));
			if (this.holidays == null && layer.asksForHolidays()) {
				errors.add(new FieldError("holidays", "are needed, as a restriction speaks of them"));
			}
		}
		return errors;
	}

	List<Reference> references() {
		List<Reference> references = new ArrayList<>();
		if (this.team != null) {
			references.add(new Reference("team", TEAM, this.team));
		}
		for (int i = 0; i < this.layers.size(); i++) {
			Rotation rotation = this.layers.get(i).rotation();
			String calendar = this.layers.get(i).calendar();
			for (int j = 0; rotation != null && j < rotation.people().size(); j++) {
				String path = "layers[" + i + "].rotation.people[" + j + "]";
				rotation.people()
					.get(j)
					.people()
					.forEach((name) -> references.add(new Reference(path, PersonDirectory.KIND, name)));
			}
			if (calendar != null) {
				references.add(new Reference("layers[" + i + "].calendar", CALENDAR, calendar, "layer"));
			}
		}
		return references;
	}

}
