package dev.vigie.alertingest.sender.generic;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import dev.cel.common.types.CelKind;
import org.jspecify.annotations.Nullable;

import dev.vigie.shared.problem.Invalid;
import dev.vigie.shared.problem.Problem.FieldError;

/**
 * A mapping, compiled.
 */
record Program(@Nullable Expression split, @Nullable Expression when, @Nullable Expression id, Expression status,
		Expression title, @Nullable Expression severity, @Nullable Expression description,
		Map<String, Expression> labels, Map<String, Expression> annotations, Map<String, Expression> links,
		@Nullable Expression startsAt, @Nullable Expression endsAt, @Nullable Expression statedAt,
		@Nullable Expression group, @Nullable Expression by, @Nullable Expression comment) {

	/**
	 * Compiles.
	 * @throws Invalid naming every field that is wrong
	 */
	static Program of(Mapping mapping, Language language) {
		Compiling compiling = new Compiling(language);
		Program program = new Program(compiling.optional("split", mapping.split(), Set.of(CelKind.LIST)),
				compiling.optional("when", mapping.when(), Set.of(CelKind.BOOL)),
				compiling.optional("id", mapping.id(), Set.of()),
				compiling.required("status", mapping.status(), Set.of(CelKind.STRING, CelKind.BOOL)),
				compiling.required("title", mapping.title(), Set.of()),
				compiling.optional("severity", mapping.severity(), Set.of()),
				compiling.optional("description", mapping.description(), Set.of()),
				compiling.all("labels", mapping.labels()), compiling.all("annotations", mapping.annotations()),
				compiling.links(mapping.links()), compiling.optional("startsAt", mapping.startsAt(), Set.of()),
				compiling.optional("endsAt", mapping.endsAt(), Set.of()),
				compiling.optional("statedAt", mapping.statedAt(), Set.of()),
				compiling.optional("group", mapping.group(), Set.of()),
				compiling.optional("by", mapping.by(), Set.of()),
				compiling.optional("comment", mapping.comment(), Set.of()));
		if (!compiling.errors.isEmpty()) {
			throw new Invalid(compiling.errors);
		}
		return program;
	}

	/**
	 * Compiles field by field and collects what is wrong.
	 */
	private static final class Compiling {

		private final Language language;

		private final List<FieldError> errors = new ArrayList<>();

		private Compiling(Language language) {
			this.language = language;
		}

		private Expression required(String field, @Nullable String text, Set<CelKind> kinds) {
			Expression expression = optional(field, text, kinds);
			if (expression == null) {
				this.errors.add(new FieldError("mapping." + field, "is required"));
				return Expression.BROKEN;
			}
			return expression;
		}

		private @Nullable Expression optional(String field, @Nullable String text, Set<CelKind> kinds) {
			return (text == null || text.isBlank()) ? null
					: this.language.compile("mapping." + field, text, kinds, this.errors);
		}

		private Map<String, Expression> all(String field, Map<String, String> texts) {
			Map<String, Expression> all = new TreeMap<>();
			texts.forEach((name, text) -> {
				Expression expression = optional(field + "." + name, text, Set.of());
				if (expression != null) {
					all.put(name, expression);
				}
			});
			return all;
		}

		// A link is kept as an annotation; its name says so.
		private Map<String, Expression> links(Map<String, String> texts) {
			Map<String, Expression> links = new TreeMap<>();
			all("links", texts).forEach((name, expression) -> {
				String key = name.toLowerCase(Locale.ROOT).replaceAll("[.-]", "_");
				links.put(key.endsWith("_url") ? key : key + "_url", expression);
			});
			return links;
		}

	}

}
