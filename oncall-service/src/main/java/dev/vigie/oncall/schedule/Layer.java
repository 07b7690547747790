package dev.vigie.oncall.schedule;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import dev.vigie.oncall.rotation.Restriction;
import dev.vigie.oncall.rotation.Rotation;
import dev.vigie.shared.document.Names;
import dev.vigie.shared.problem.Problem.FieldError;

/**
 * One part of the stack.
 *
 * @param name what it is called; it keeps its order of people over changes under the same
 * name, a layer without one at the same place
 * @param role what its people are, null for primary; layers cover those of the same role
 * @param level how high it lies, null for its place in the list, the lowest being 1;
 * people of layers on one level are on call together
 * @param rotation who takes turns
 * @param calendar the imported calendar whose events it is, instead of a rotation
 * @param restrictions the hours in which it counts, any of them; none for always
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Layer(@Nullable @Pattern(regexp = Names.PATTERN, message = "must be a name such as office-hours") String name,
		@Nullable Role role, @Nullable @Min(1) @Max(100) Integer level, @Nullable @Valid Rotation rotation,
		@Nullable @Pattern(regexp = Names.PATTERN, message = "must be the name of a calendar") String calendar,
		@JsonInclude(JsonInclude.Include.NON_EMPTY) @Size(max = 50) List<@NotNull Restriction> restrictions) {

	Layer(@Nullable String name, @Nullable Role role, @Nullable Integer level, @Nullable Rotation rotation,
			@Nullable String calendar, @Nullable List<Restriction> restrictions) {
		this.name = name;
		this.role = role;
		this.level = level;
		this.rotation = rotation;
		this.calendar = calendar;
		// A null among them is for the validator to name.
		this.restrictions = (restrictions != null) ? Collections.unmodifiableList(new ArrayList<>(restrictions))
				: List.of();
	}

	Role roleOrPrimary() {
		return (this.role != null) ? this.role : Role.PRIMARY;
	}

	boolean asksForHolidays() {
		return this.restrictions.stream().anyMatch((restriction) -> restriction.holidays() != null);
	}

	List<FieldError> contradictions(String path) {
		List<FieldError> errors = new ArrayList<>();
		if ((this.rotation == null) == (this.calendar == null)) {
			errors.add(new FieldError(path + "rotation", "a layer has either a rotation or a calendar"));
		}
		if (this.rotation != null) {
			errors.addAll(this.rotation.contradictions(path + "rotation."));
		}
		for (int i = 0; i < this.restrictions.size(); i++) {
			errors.addAll(this.restrictions.get(i).contradictions(path + "restrictions[" + i + "]."));
		}
		return errors;
	}

}
