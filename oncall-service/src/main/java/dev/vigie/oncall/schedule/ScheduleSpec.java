package dev.vigie.oncall.schedule;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import dev.vigie.oncall.constraint.IanaZone;
import dev.vigie.oncall.constraint.PlainText;
import dev.vigie.oncall.person.PersonDirectory;
import dev.vigie.shared.document.Change.Reference;
import dev.vigie.shared.problem.Problem.FieldError;

/**
 * An on-call plan in one time zone.
 *
 * @param displayName how others see it
 * @param timeZone where its wall clock hangs
 * @param layers what it is stacked from, the lowest first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ScheduleSpec(@Size(max = 200) @PlainText @Nullable String displayName, @NotNull @IanaZone String timeZone,
		@Size(min = 1, message = "needs a layer") @Size(max = 1,
				message = "one layer so far") List<@NotNull @Valid Layer> layers) {

	ScheduleSpec(@Nullable String displayName, String timeZone, @Nullable List<Layer> layers) {
		this.displayName = displayName;
		this.timeZone = timeZone;
		// A null among them is for the validator to name.
		this.layers = (layers != null) ? Collections.unmodifiableList(new ArrayList<>(layers)) : List.of();
	}

	ZoneId zone() {
		return ZoneId.of(this.timeZone);
	}

	/**
	 * What is right field by field and does not go together.
	 */
	List<FieldError> contradictions() {
		return IntStream.range(0, this.layers.size())
			.boxed()
			.flatMap((i) -> this.layers.get(i).rotation().contradictions("layers[" + i + "].rotation.").stream())
			.toList();
	}

	List<Reference> references() {
		List<Reference> references = new ArrayList<>();
		for (int i = 0; i < this.layers.size(); i++) {
			List<String> people = this.layers.get(i).rotation().people();
			for (int j = 0; j < people.size(); j++) {
				references.add(new Reference("layers[" + i + "].rotation.people[" + j + "]", PersonDirectory.KIND,
						people.get(j)));
			}
		}
		return references;
	}

	/**
	 * One part of the stack.
	 *
	 * @param rotation whose turn it is in this layer
	 */
	record Layer(@NotNull @Valid Rotation rotation) {
	}

}
