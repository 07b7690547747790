package dev.vigie.escalation.route;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.springframework.stereotype.Component;

import dev.vigie.escalation.condition.Condition;
import dev.vigie.escalation.condition.Conditions;
import dev.vigie.escalation.condition.Facts;
import dev.vigie.escalation.condition.TimeZones;
import dev.vigie.escalation.condition.Variable;
import dev.vigie.escalation.document.DocumentStore;
import dev.vigie.escalation.document.Documents;
import dev.vigie.escalation.document.Stored;
import dev.vigie.shared.document.Change;
import dev.vigie.shared.problem.Invalid;

/**
 * All routes, and which of them applies.
 */
@Component
public class Routes extends Documents<RouteSpec> {

	private static final Comparator<Stored<RouteSpec>> IN_ORDER = Comparator
		.comparingInt((Stored<RouteSpec> route) -> route.spec().order())
		.thenComparing(Stored::name);

	/**
	 * A route is chosen when an incident begins: nothing is counted yet.
	 */
	private static final Set<Variable> KNOWN = EnumSet.of(Variable.LABELS, Variable.ANNOTATIONS, Variable.FIRING,
			Variable.INTEGRATION, Variable.TEAM, Variable.HOUR, Variable.MINUTE, Variable.WEEKDAY, Variable.DATE,
			Variable.NOW);

	private final Conditions conditions;

	Routes(DocumentStore store, Conditions conditions) {
		super(new Type<>("Route", "route", RouteSpec.class), store);
		this.conditions = conditions;
	}

	/**
	 * The routes as they are now, by order and then by name.
	 */
	public InOrder inOrder() {
		return new InOrder(all().stream().sorted(IN_ORDER).toList(), this.conditions);
	}

	@Override
	protected void check(RouteSpec spec) {
		Condition match = this.conditions.compile("match", spec.match(), KNOWN);
		TimeZones.check("timeZone", spec.timeZone(), match.asked());
		if (spec.named().isEmpty() == spec.hides()) {
			throw new Invalid("visibleTo",
					spec.hides() ? "must name who may know of what is private" : "goes with private: true");
		}
		for (int i = 0; i < spec.templates().size(); i++) {
			spec.templates().get(i).check("links[%d].url".formatted(i));
		}
	}

	@Override
	public List<Change.Reference> references(RouteSpec spec) {
		List<Change.Reference> references = new ArrayList<>();
		if (spec.team() != null) {
			references.add(new Change.Reference("team", "Team", spec.team()));
		}
		spec.named().forEach((person) -> references.add(new Change.Reference("visibleTo", "Person", person)));
		references.add(new Change.Reference("severityRules", "SeverityRules", spec.severityRules()));
		references.add(new Change.Reference("escalationPolicy", "EscalationPolicy", spec.escalationPolicy()));
		return references;
	}

	/**
	 * The routes at one moment.
	 */
	public static final class InOrder {

		private final List<Stored<RouteSpec>> routes;

		private final Conditions conditions;

		private InOrder(List<Stored<RouteSpec>> routes, Conditions conditions) {
			this.routes = routes;
			this.conditions = conditions;
		}

		/**
		 * Whether any route names something to look at besides.
		 */
		public boolean haveLinks() {
			return this.routes.stream().anyMatch((route) -> !route.spec().templates().isEmpty());
		}

		/**
		 * The first route whose condition holds at a moment.
		 */
		public Optional<Route> first(Facts facts, Instant at) {
			return this.routes.stream()
				.filter((route) -> this.conditions.compile("match", route.spec().match())
					.holds(facts.at(at, route.spec().zone())))
				.findFirst()
				.map((route) -> new Route(route.name(), route.spec().team(), route.spec().severityRules(),
						route.spec().escalationPolicy(), route.spec().templates(), route.spec().hides(),
						route.spec().named()));
		}

	}

}
