package dev.vigie.oncall.absence;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import dev.vigie.oncall.absence.Clash.Candidate;
import dev.vigie.oncall.absence.Clash.Proposal;
import dev.vigie.oncall.absence.Covering.Covered;
import dev.vigie.oncall.schedule.Role;

/**
 * Absences as others see them.
 */
final class AbsenceViews {

	private AbsenceViews() {
	}

	/**
	 * An absence.
	 *
	 * @param conflicts the shifts it hits from now on; absent in lists
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record AbsenceView(UUID id, String person, Instant start, Instant end, String source, @Nullable String reason,
			@Nullable String author, @Nullable List<ConflictView> conflicts) {

		static AbsenceView of(Absence absence, @Nullable List<Proposal> proposals) {
			return new AbsenceView(absence.id(), absence.person(), absence.span().start(), absence.span().end(),
					absence.source(), absence.reason(), absence.author(),
					(proposals != null) ? proposals.stream().map(ConflictView::of).toList() : null);
		}

	}

	/**
	 * A shift that an absence hits.
	 *
	 * @param start from when on nobody would be there
	 * @param candidates who could take it, the one who has had the least first
	 */
	record ConflictView(String schedule, UUID shift, Role role, Instant start, Instant end,
			List<Candidate> candidates) {

		static ConflictView of(Proposal proposal) {
			Clash clash = proposal.clash();
			return new ConflictView(clash.schedule(), clash.shift().id(), clash.shift().role(), clash.span().start(),
					clash.span().end(), proposal.candidates());
		}

	}

	/**
	 * Who stands in now.
	 *
	 * @param overrides what was made
	 * @param conflicts what is left
	 */
	record CoverView(List<StandInView> overrides, List<ConflictView> conflicts) {

		static CoverView of(Covered covered) {
			return new CoverView(covered.made()
				.stream()
				.map((made) -> new StandInView(made.override(), made.wish().schedule(), made.wish().person(),
						made.wish().role(), made.wish().span().start(), made.wish().span().end()))
				.toList(), covered.open().stream().map(ConflictView::of).toList());
		}

	}

	/**
	 * An override that was made.
	 */
	record StandInView(UUID id, String schedule, String person, Role role, Instant start, Instant end) {
	}

	/**
	 * What the feed says. It does not say why somebody is away.
	 */
	record AbsenceEvent(UUID id, String person, Instant start, Instant end, List<ConflictView> conflicts) {

		static AbsenceEvent of(Absence absence, List<Proposal> proposals) {
			return new AbsenceEvent(absence.id(), absence.person(), absence.span().start(), absence.span().end(),
					proposals.stream().map(ConflictView::of).toList());
		}

	}

}
