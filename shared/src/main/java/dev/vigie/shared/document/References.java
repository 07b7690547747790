package dev.vigie.shared.document;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;

import dev.vigie.shared.document.Change.Reference;
import dev.vigie.shared.problem.Conflict;
import dev.vigie.shared.problem.Invalid;
import dev.vigie.shared.problem.Problem.FieldError;

/**
 * Keeps documents of this program from pointing to what is not there.
 */
class References {

	private final ObjectProvider<Kind<?>> kinds;

	References(ObjectProvider<Kind<?>> kinds) {
		this.kinds = kinds;
	}

	/**
	 * Refuses references to documents that this program should have and has not; those of
	 * other programs' kinds are not its business.
	 */
	void check(List<Reference> references) {
		Map<String, Kind<?>> byName = this.kinds.stream().collect(Collectors.toMap(Kind::kind, Function.identity()));
		List<FieldError> errors = references.stream()
			.flatMap((reference) -> error(byName.get(reference.kind()), reference).stream())
			.toList();
		if (!errors.isEmpty()) {
			throw new Invalid(errors);
		}
	}

	private static <S> Optional<FieldError> error(@Nullable Kind<S> kind, Reference reference) {
		if (kind == null) {
			return Optional.empty();
		}
		Optional<Document<S>> found = kind.find(reference.name());
		if (found.isEmpty()) {
			return Optional.of(new FieldError(reference.field(),
					"there is no %s %s".formatted(reference.kind(), reference.name())));
		}
		String as = kind.as(found.get().spec());
		return (reference.as() == null || reference.as().equals(as)) ? Optional.empty()
				: Optional.of(new FieldError(reference.field(), "must be a %s that says as: %s; %s says as: %s"
					.formatted(reference.kind(), reference.as(), reference.name(), as)));
	}

	/**
	 * Refuses to make of a document what those that point to it have no use for.
	 */
	<S> void refuseIfUsedOtherwise(Kind<S> kind, String name, @Nullable S before, S after) {
		String as = kind.as(after);
		if (before == null || Objects.equals(kind.as(before), as)) {
			return;
		}
		List<String> users = this.kinds.stream()
			.flatMap((other) -> users(other, kind.kind(), name,
					(reference) -> reference.as() != null && !reference.as().equals(as)))
			.sorted()
			.toList();
		if (!users.isEmpty()) {
			throw new Conflict("in-use", "%s %s is used as %s by %s".formatted(kind.kind(), name, kind.as(before),
					String.join(", ", users)));
		}
	}

	/**
	 * Refuses to take away what another document points to.
	 */
	void refuseIfUsed(String kind, String name) {
		List<String> users = this.kinds.stream()
			.flatMap((other) -> users(other, kind, name, (_) -> true))
			.sorted()
			.toList();
		if (!users.isEmpty()) {
			throw new Conflict("in-use", "%s %s is used by %s".formatted(kind, name, String.join(", ", users)));
		}
	}

	private static <S> Stream<String> users(Kind<S> users, String kind, String name, Predicate<Reference> which) {
		return users.after("", Integer.MAX_VALUE)
			.stream()
			.filter((document) -> users.references(document.spec())
				.stream()
				.anyMatch((reference) -> reference.kind().equals(kind) && reference.name().equals(name)
						&& which.test(reference)))
			.map((document) -> users.kind() + " " + document.name());
	}

}
