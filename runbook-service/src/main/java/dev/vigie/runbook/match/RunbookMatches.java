package dev.vigie.runbook.match;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import dev.vigie.runbook.runbook.PublishedRunbook;

/**
 * Finds the runbooks that fit: first the own ones, the most conditions first, then the
 * one that the alert itself names.
 */
final class RunbookMatches {

	static final String ANNOTATION = "runbook_url";

	private static final int LONGEST_URL = 2048;

	// The more a runbook asks for, the closer it was written for this case.
	private static final Comparator<Candidate> BEST_FIRST = Comparator
		.comparingInt((Candidate candidate) -> candidate.conditions().size())
		.thenComparingLong(Candidate::exact)
		.reversed()
		.thenComparing((candidate) -> candidate.runbook().name());

	private final List<Candidate> candidates;

	private final String issuer;

	private RunbookMatches(List<Candidate> candidates, String issuer) {
		this.candidates = candidates;
		this.issuer = issuer;
	}

	/**
	 * Compiles the runbooks once for any number of subjects.
	 * @param issuer the public address of this installation
	 */
	static RunbookMatches among(List<PublishedRunbook> runbooks, String issuer) {
		return new RunbookMatches(runbooks.stream()
			.filter((runbook) -> !runbook.match().isEmpty())
			.map(Candidate::of)
			.sorted(BEST_FIRST)
			.toList(), issuer);
	}

	/**
	 * The runbooks that fit, best first.
	 */
	List<RunbookMatch> match(Map<String, String> labels, Map<String, String> annotations) {
		List<RunbookMatch> matches = new ArrayList<>();
		this.candidates.stream()
			.filter((candidate) -> candidate.fits(labels, annotations))
			.map((candidate) -> candidate.match(labels, annotations, this.issuer))
			.forEach(matches::add);
		named(annotations).filter((match) -> matches.stream().noneMatch((own) -> own.url().equals(match.url())))
			.ifPresent(matches::add);
		return matches;
	}

	private static Optional<RunbookMatch> named(Map<String, String> annotations) {
		String text = annotations.getOrDefault(ANNOTATION, "").strip();
		if (text.isEmpty() || text.length() > LONGEST_URL) {
			return Optional.empty();
		}
		try {
			URI url = new URI(text);
			boolean isWeb = url.getScheme() != null
					&& Set.of("http", "https").contains(url.getScheme().toLowerCase(Locale.ROOT));
			if (!isWeb || url.getHost() == null || url.getUserInfo() != null) {
				return Optional.empty(); // a link that a person clicks at night must be
											// just that
			}
			String title = url.getHost() + ((url.getPath() != null) ? url.getPath() : "");
			return Optional.of(new RunbookMatch(null, title, null, text,
					"The alert names it in its annotation %s".formatted(ANNOTATION)));
		}
		catch (URISyntaxException _) {
			return Optional.empty();
		}
	}

	private record Candidate(PublishedRunbook runbook, List<Condition> conditions) {

		static Candidate of(PublishedRunbook runbook) {
			return new Candidate(runbook, runbook.match().stream().map(Condition::of).toList());
		}

		long exact() {
			return this.conditions.stream().filter((condition) -> condition.value() != null).count();
		}

		boolean fits(Map<String, String> labels, Map<String, String> annotations) {
			return this.conditions.stream().allMatch((condition) -> condition.holds(labels, annotations));
		}

		RunbookMatch match(Map<String, String> labels, Map<String, String> annotations, String issuer) {
			String reason = this.conditions.stream()
				.map((condition) -> condition.sentence(labels, annotations))
				.collect(Collectors.joining(" and "));
			return new RunbookMatch(this.runbook.name(), this.runbook.title(), this.runbook.version(),
					issuer + "/runbooks/" + this.runbook.name(), "The " + reason);
		}

	}

}
