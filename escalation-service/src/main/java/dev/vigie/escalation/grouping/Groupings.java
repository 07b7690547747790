package dev.vigie.escalation.grouping;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import dev.vigie.escalation.document.DocumentStore;
import dev.vigie.escalation.document.Documents;
import dev.vigie.escalation.document.Stored;
import dev.vigie.shared.document.Change;
import dev.vigie.shared.document.Document;
import dev.vigie.shared.problem.Invalid;
import dev.vigie.shared.time.Delay;

/**
 * All groupings; each integration has one at most.
 */
@Component
public class Groupings extends Documents<GroupingSpec> {

	private static final Duration SHORTEST = Duration.ofSeconds(1);

	private static final Duration LONGEST_MATCH = Duration.ofDays(1);

	private static final Duration LONGEST_STORM = Duration.ofHours(1);

	Groupings(DocumentStore store) {
		super(new Type<>("Grouping", "grouping_rules", GroupingSpec.class), store);
	}

	/**
	 * The rules as they are now.
	 */
	public GroupingRules rules() {
		return new GroupingRules(specs());
	}

	/**
	 * The rules as they would be with this document.
	 */
	GroupingRules rulesWith(String name, GroupingSpec spec) {
		Map<String, GroupingSpec> specs = specs();
		specs.put(name, spec);
		return new GroupingRules(specs);
	}

	private Map<String, GroupingSpec> specs() {
		Map<String, GroupingSpec> specs = new TreeMap<>();
		all().forEach((stored) -> specs.put(stored.name(), stored.spec()));
		return specs;
	}

	@Override
	public void save(Document<GroupingSpec> document) {
		checkAlone(document.name(), document.spec());
		super.save(document);
	}

	/**
	 * Refuses what another document says already.
	 */
	void checkAlone(String name, GroupingSpec spec) {
		for (Stored<GroupingSpec> other : all()) {
			if (other.name().equals(name)) {
				continue;
			}
			List<String> theirs = other.spec().integrations();
			if (spec.integrations().isEmpty() && theirs.isEmpty()) {
				throw new Invalid("integrations",
						"Grouping %s and Grouping %s are both for every integration without one of its own"
							.formatted(other.name(), name));
			}
			for (int i = 0; i < spec.integrations().size(); i++) {
				String integration = spec.integrations().get(i);
				if (theirs.contains(integration)) {
					throw new Invalid("integrations[%d]".formatted(i),
							"%s would be in Grouping %s and in Grouping %s".formatted(integration, other.name(), name));
				}
			}
		}
	}

	@Override
	protected void check(GroupingSpec spec) {
		checkOnce("integrations", spec.integrations());
		checkOnce("labels", spec.labels());
		if (spec.by() == GroupedBy.LABELS && spec.labels().isEmpty()) {
			throw new Invalid("labels", "must name the labels that make a group");
		}
		if (spec.by() != GroupedBy.LABELS && !spec.labels().isEmpty()) {
			throw new Invalid("labels", "have a meaning only with by: labels");
		}
		if (spec.correlate() != null) {
			checkOnce("correlate.labels", spec.correlate().labels());
			checkOnce("correlate.across", spec.correlate().across());
			checkLength("correlate.within", spec.correlate().within(), LONGEST_MATCH);
		}
		if (spec.storm() != null) {
			checkLength("storm.within", spec.storm().within(), LONGEST_STORM);
		}
	}

	private static void checkOnce(String field, List<String> names) {
		Set<@Nullable String> seen = new HashSet<>();
		for (int i = 0; i < names.size(); i++) {
			if (!seen.add(names.get(i))) {
				throw new Invalid("%s[%d]".formatted(field, i), "is there twice");
			}
		}
	}

	private static void checkLength(String field, Delay delay, Duration longest) {
		Duration length = delay.length();
		if (length.compareTo(SHORTEST) < 0 || length.compareTo(longest) > 0) {
			throw new Invalid(field, "must be from 1s to %s".formatted(longest.equals(LONGEST_MATCH) ? "1d" : "1h"));
		}
	}

	@Override
	public List<Change.Reference> references(GroupingSpec spec) {
		List<Change.Reference> references = new ArrayList<>();
		refer(references, "integrations", spec.integrations());
		if (spec.correlate() != null) {
			refer(references, "correlate.across", spec.correlate().across());
		}
		return references;
	}

	private static void refer(List<Change.Reference> references, String field, List<String> names) {
		for (int i = 0; i < names.size(); i++) {
			references.add(new Change.Reference("%s[%d]".formatted(field, i), "Integration", names.get(i)));
		}
	}

}
