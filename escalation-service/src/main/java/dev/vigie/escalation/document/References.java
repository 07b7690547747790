package dev.vigie.escalation.document;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import dev.vigie.shared.document.Change;
import dev.vigie.shared.problem.Conflict;
import dev.vigie.shared.problem.Invalid;
import dev.vigie.shared.problem.Problem;

/**
 * Keeps documents of this program from pointing to what is not there.
 */
@Component
public class References {

	private final ObjectProvider<Kind> kinds;

	References(ObjectProvider<Kind> kinds) {
		this.kinds = kinds;
	}

	/**
	 * Refuses references to documents that this program should have and has not; those of
	 * other programs' kinds are not its business.
	 */
	public void check(List<Change.Reference> references) {
		Map<String, Kind> byName = this.kinds.stream().collect(Collectors.toMap(Kind::kind, Function.identity()));
		List<Problem.FieldError> missing = references.stream().filter((reference) -> {
			Kind kind = byName.get(reference.kind());
			return kind != null && !kind.exists(reference.name());
		})
			.map((reference) -> new Problem.FieldError(reference.field(),
					"There is no %s %s".formatted(reference.kind(), reference.name())))
			.toList();
		if (!missing.isEmpty()) {
			throw new Invalid(missing);
		}
	}

	/**
	 * Refuses to delete what another document points to.
	 */
	public void refuseIfUsed(String kind, String name) {
		List<String> users = this.kinds.stream().flatMap((other) -> other.pointingTo(kind, name).stream()).toList();
		if (!users.isEmpty()) {
			throw new Conflict("in-use", "%s %s is used by %s".formatted(kind, name, String.join(", ", users)));
		}
	}

}
