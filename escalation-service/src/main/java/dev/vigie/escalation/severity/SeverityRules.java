package dev.vigie.escalation.severity;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import tools.jackson.databind.JsonNode;

import org.springframework.stereotype.Component;

import dev.vigie.escalation.condition.Asked;
import dev.vigie.escalation.condition.Conditions;
import dev.vigie.escalation.condition.Facts;
import dev.vigie.escalation.document.DocumentStore;
import dev.vigie.escalation.document.Documents;

/**
 * All severity rules, and the severity they come to.
 */
@Component
public class SeverityRules extends Documents<SeverityRulesSpec> {

	private static final int REMEMBERED = 1_000;

	private final Conditions conditions;

	private final Map<UUID, Ruleset> ready = new ConcurrentHashMap<>();

	SeverityRules(DocumentStore store, Conditions conditions) {
		super(new Type<>("SeverityRules", "severity_rules", SeverityRulesSpec.class), store);
		this.conditions = conditions;
	}

	/**
	 * What a version of rules asks for; nothing when there is no such version.
	 */
	public Asked asked(UUID versionId) {
		return ruleset(versionId).map(Ruleset::asked).orElse(Asked.NOTHING);
	}

	/**
	 * The severity by a version of rules at a moment; absent when there is no such
	 * version.
	 */
	public Optional<Assessment> assess(UUID versionId, Facts facts, Instant at) {
		return ruleset(versionId).map((rules) -> rules.decide(facts, at).assessment());
	}

	/**
	 * The severity by rules that are not saved.
	 */
	public Assessment draft(JsonNode body, Facts facts, Instant at) {
		return compile(read(body)).decide(facts, at).assessment();
	}

	Ruleset compile(SeverityRulesSpec spec) {
		return Ruleset.of(spec, this.conditions);
	}

	private Optional<Ruleset> ruleset(UUID versionId) {
		Ruleset known = this.ready.get(versionId);
		if (known != null) {
			return Optional.of(known);
		}
		Optional<Ruleset> compiled = version(versionId).map((version) -> compile(version.spec()));
		if (this.ready.size() >= REMEMBERED) {
			this.ready.clear();
		}
		compiled.ifPresent((rules) -> this.ready.put(versionId, rules));
		return compiled;
	}

	@Override
	protected void check(SeverityRulesSpec spec) {
		compile(spec);
	}

}
