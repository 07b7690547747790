package dev.vigie.oncall.team;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import dev.vigie.oncall.constraint.PlainText;
import dev.vigie.oncall.person.PersonDirectory;
import dev.vigie.shared.document.Change.Reference;
import dev.vigie.shared.document.Names;

/**
 * What is known of a team.
 *
 * @param displayName how others see it
 * @param members who belongs to it
 * @param fallback who is told when nobody else can be
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TeamSpec(@NotBlank @Size(max = 200) @PlainText String displayName,
		@Size(max = 500) List<@NotNull @Valid Member> members,
		@Pattern(regexp = Names.PATTERN, message = "must be the name of a person") @Nullable String fallback) {

	public TeamSpec(String displayName, @Nullable List<Member> members, @Nullable String fallback) {
		this.displayName = displayName;
		// A null among them is for the validator to name.
		this.members = (members != null) ? Collections.unmodifiableList(new ArrayList<>(members)) : List.of();
		this.fallback = fallback;
	}

	List<Reference> references() {
		List<Reference> references = new ArrayList<>();
		for (int i = 0; i < this.members.size(); i++) {
			references
				.add(new Reference("members[" + i + "].person", PersonDirectory.KIND, this.members.get(i).person()));
		}
		if (this.fallback != null) {
			references.add(new Reference("fallback", PersonDirectory.KIND, this.fallback));
		}
		return references;
	}

	/**
	 * One who belongs to the team.
	 *
	 * @param person their name
	 * @param position what they are there, for example {@code tech-lead}
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record Member(
			@NotNull @Pattern(regexp = Names.PATTERN, message = "must be the name of a person") String person,
			@Pattern(regexp = Names.PATTERN,
					message = "must be lower-case letters, digits and dashes, such as tech-lead") @Nullable String position) {
	}

}
