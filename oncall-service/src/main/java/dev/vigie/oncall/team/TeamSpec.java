package dev.vigie.oncall.team;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import dev.vigie.oncall.constraint.PlainText;
import dev.vigie.oncall.constraint.Words;
import dev.vigie.oncall.person.PersonDirectory;
import dev.vigie.shared.document.Change.Reference;
import dev.vigie.shared.document.Names;
import dev.vigie.shared.problem.Problem.FieldError;

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
	 * What is right field by field and does not go together.
	 */
	List<FieldError> contradictions() {
		List<FieldError> errors = new ArrayList<>();
		Map<String, Role> roles = new HashMap<>();
		for (int i = 0; i < this.members.size(); i++) {
			Member member = this.members.get(i);
			Role other = roles.putIfAbsent(member.person(), member.role());
			if (other != null && other != member.role()) {
				errors.add(new FieldError("members[" + i + "].role",
						"%s is %s further up".formatted(member.person(), other.text())));
			}
			if (member.role() == Role.OBSERVER && member.position() != null) {
				errors.add(new FieldError("members[" + i + "].position", "an observer holds none"));
			}
		}
		return errors;
	}

	/**
	 * One who belongs to the team.
	 *
	 * @param person their name
	 * @param role what they do in the team; a member if absent
	 * @param position what they are there, for example {@code tech-lead}; who holds
	 * several stands in the list several times
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record Member(
			@NotNull @Pattern(regexp = Names.PATTERN, message = "must be the name of a person") String person,
			Role role, @Pattern(regexp = Names.PATTERN,
					message = "must be lower-case letters, digits and dashes, such as tech-lead") @Nullable String position) {

		public Member(String person, @Nullable Role role, @Nullable String position) {
			this.person = person;
			this.role = (role != null) ? role : Role.MEMBER;
			this.position = position;
		}

	}

	/**
	 * What somebody does in a team.
	 */
	public enum Role {

		/**
		 * Looks after the team itself, and is paged with it.
		 */
		MANAGER,

		/**
		 * Is paged with the team.
		 */
		MEMBER,

		/**
		 * Looks on and is never paged with the team.
		 */
		OBSERVER;

		@JsonCreator
		static Role of(String text) {
			return Words.oneOf(values(), text);
		}

		@JsonValue
		public String text() {
			return Words.of(this);
		}

	}

}
