package dev.vigie.escalation.severity;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

import dev.vigie.escalation.condition.Facts;
import dev.vigie.escalation.condition.Numbers;
import dev.vigie.shared.document.Specs;
import dev.vigie.shared.problem.Invalid;
import dev.vigie.shared.problem.NotFound;
import dev.vigie.shared.problem.Problem.FieldError;

/**
 * Tries severity rules on alerts and says why; nothing is stored and nobody is paged.
 */
@RestController
class SeverityTrialController {

	private final SeverityRules rules;

	private final Specs specs;

	private final WhyTexts texts;

	private final InstantSource clock;

	SeverityTrialController(SeverityRules rules, Specs specs, WhyTexts texts, InstantSource clock) {
		this.rules = rules;
		this.specs = specs;
		this.texts = texts;
		this.clock = clock;
	}

	@PostMapping(SeverityRulesAccess.TEST)
	Outcome test(@RequestBody JsonNode body, Locale locale) {
		SeverityTrial trial = this.specs.read(body, SeverityTrial.class);
		SeverityRulesSpec spec = spec(trial);
		Ruleset ruleset = this.rules.compile(spec);
		Facts facts = trial.facts();
		Instant at = (trial.at() != null) ? trial.at() : this.clock.instant();
		return outcome(spec, ruleset, facts.at(at, ruleset.zone()), locale);
	}

	private SeverityRulesSpec spec(SeverityTrial trial) {
		String name = trial.rules();
		if ((name == null) == (trial.spec() == null)) {
			throw new Invalid("rules", "must be the name of saved rules, or spec must be a draft, not both");
		}
		if (name != null) {
			return this.rules.find(name).orElseThrow(() -> new NotFound("There are no severity rules " + name)).spec();
		}
		try {
			return this.rules.read(trial.spec());
		}
		catch (Invalid refused) {
			throw new Invalid(refused.errors()
				.stream()
				.map((error) -> new FieldError(error.field().isEmpty() ? "spec" : "spec." + error.field(),
						error.reason()))
				.toList());
		}
	}

	private Outcome outcome(SeverityRulesSpec spec, Ruleset ruleset, Facts facts, Locale locale) {
		Severities.Decision decision = Severities.decide(ruleset.rules(), ruleset.otherwise(), facts);
		int place = decision.failed().size();
		int written = spec.rules().size();
		List<Failed> failed = IntStream.range(0, place)
			.mapToObj((i) -> new Failed((i < written) ? "rules[%d]".formatted(i) : "defaults",
					decision.failed().get(i).code(), this.texts.text(decision.failed().get(i), locale)))
			.toList();
		String by = (place < written) ? "rules[%d]".formatted(place)
				: (place < ruleset.rules().size()) ? "defaults" : "default";
		return new Outcome(decision.assessment().severity(), decision.assessment().reason(), by, failed,
				Seen.of(facts));
	}

	/**
	 * What the rules come to.
	 *
	 * @param by the field of the rule that holds
	 * @param before why each rule before it does not
	 * @param facts what the rules were asked about
	 */
	record Outcome(Severity severity, String reason, String by, List<Failed> before, Seen facts) {
	}

	/**
	 * A rule that does not hold.
	 */
	record Failed(String rule, String code, String why) {
	}

	/**
	 * The facts as conditions see them.
	 *
	 * @param time the moment by the clock of the rules
	 */
	record Seen(Map<String, String> labels, Map<String, String> annotations, int firing, Numbers numbers,
			@Nullable String time) {

		static Seen of(Facts facts) {
			return new Seen(facts.labels(), facts.annotations(), facts.firing(), facts.numbers(),
					(facts.time() != null) ? facts.time().toString() : null);
		}

	}

}
