package dev.vigie.shared.document;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
		List<FieldError> missing = references.stream().filter((reference) -> {
			Kind<?> kind = byName.get(reference.kind());
			return kind != null && kind.find(reference.name()).isEmpty();
		})
			.map((reference) -> new FieldError(reference.field(),
					"there is no %s %s".formatted(reference.kind(), reference.name())))
			.toList();
		if (!missing.isEmpty()) {
			throw new Invalid(missing);
		}
	}

	/**
	 * Refuses to take away what another document points to.
	 */
	void refuseIfUsed(String kind, String name) {
		List<String> users = this.kinds.stream().flatMap((other) -> users(other, kind, name)).sorted().toList();
		if (!users.isEmpty()) {
			throw new Conflict("in-use", "%s %s is used by %s".formatted(kind, name, String.join(", ", users)));
		}
	}

	private static <S> Stream<String> users(Kind<S> users, String kind, String name) {
		return users.after("", Integer.MAX_VALUE)
			.stream()
			.filter((document) -> users.references(document.spec())
				.stream()
				.anyMatch((reference) -> reference.kind().equals(kind) && reference.name().equals(name)))
			.map((document) -> users.kind() + " " + document.name());
	}

}
