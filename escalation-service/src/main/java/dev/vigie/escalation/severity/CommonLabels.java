package dev.vigie.escalation.severity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.vigie.escalation.condition.Asked;
import dev.vigie.escalation.condition.Facts;
import dev.vigie.escalation.condition.Variable;

/**
 * The words that labels commonly say about how bad something is. Where alerts differ the
 * worst of them counts.
 */
record CommonLabels() implements Rule {

	/**
	 * Which labels are asked, the first that says a known word decides.
	 */
	static final List<String> LABELS = List.of("severity", "priority", "level");

	static final Map<Severity, Set<String>> WORDS = Map.of(Severity.P1,
			Set.of("p1", "p0", "sev1", "sev0", "sev-1", "critical", "crit", "page", "emergency", "emerg", "fatal",
					"disaster", "blocker", "highest"),
			Severity.P2, Set.of("p2", "sev2", "sev-2", "high", "major", "error", "err", "alert", "urgent"), Severity.P3,
			Set.of("p3", "sev3", "sev-3", "warning", "warn", "medium", "moderate", "average", "ticket"), Severity.P4,
			Set.of("p4", "sev4", "sev-4", "low", "minor", "notice"), Severity.P5,
			Set.of("p5", "sev5", "sev-5", "info", "information", "informational", "lowest", "debug", "none"));

	@Override
	public Verdict ask(Facts facts) {
		return LABELS.stream()
			.map((label) -> worst(label, facts))
			.flatMap(Optional::stream)
			.findFirst()
			.<Verdict>map(Verdict.Holds::new)
			.orElseGet(() -> Verdict.Fails.because("NO_LABEL"));
	}

	private static Optional<Assessment> worst(String label, Facts facts) {
		List<String> words = new ArrayList<>(facts.numbers().each().getOrDefault(label, List.of()));
		Optional.ofNullable(facts.labels().get(label)).ifPresent(words::add);
		return words.stream()
			.distinct()
			.map((word) -> assessment(label, word))
			.flatMap(Optional::stream)
			.min(Comparator.comparing(Assessment::severity));
	}

	private static Optional<Assessment> assessment(String label, String word) {
		return Optional.ofNullable(severity(label, word.strip().toLowerCase(Locale.ROOT)))
			.map((severity) -> new Assessment(severity, "labels.%s = %s".formatted(label, word)));
	}

	private static @Nullable Severity severity(String label, String word) {
		if (label.equals("priority") && word.matches("[1-5]")) {
			return Severity.values()[word.charAt(0) - '1'];
		}
		return WORDS.entrySet()
			.stream()
			.filter((severity) -> severity.getValue().contains(word))
			.map(Map.Entry::getKey)
			.findFirst()
			.orElse(null);
	}

	@Override
	public Asked asked() {
		return new Asked(Set.of(Variable.LABELS, Variable.EACH), Set.copyOf(LABELS), Set.of());
	}

}
