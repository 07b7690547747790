package dev.vigie.escalation.handoff;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import dev.vigie.escalation.handoff.LetterTable.Fate;
import dev.vigie.escalation.incident.KnownIncidents;
import dev.vigie.shared.access.Caller;
import dev.vigie.shared.document.Names;
import dev.vigie.shared.listing.Listing;
import dev.vigie.shared.listing.Place;
import dev.vigie.shared.problem.NotFound;

/**
 * Hand-offs over HTTP.
 */
@RestController
@RequestMapping(HandOffAccess.PATH)
class HandOffController {

	private static final int LONGEST = 200;

	private final HandOffs handOffs;

	private final HandOffTable table;

	private final LetterTable letters;

	private final KnownIncidents incidents;

	private final InstantSource clock;

	HandOffController(HandOffs handOffs, HandOffTable table, LetterTable letters, KnownIncidents incidents,
			InstantSource clock) {
		this.incidents = incidents;
		this.handOffs = handOffs;
		this.table = table;
		this.letters = letters;
		this.clock = clock;
	}

	@GetMapping
	Listing<HandOffView> list(@RequestParam(required = false) @Nullable String schedule,
			@RequestParam(defaultValue = "false") boolean open, @RequestParam(required = false) @Nullable String after,
			@RequestParam(defaultValue = "50") int limit, Caller caller) {
		Listing.checkLimit(limit, LONGEST);
		if (schedule != null) {
			Names.check("schedule", schedule);
		}
		Instant now = this.clock.instant();
		Place place = (after != null) ? Place.parse(after) : null;
		return Listing
			.of(this.table.list(schedule, open ? now : null, place, limit + 1), limit,
					(handOff) -> new Place(handOff.change().at(), handOff.id()).cursor())
			.map((handOff) -> HandOffView.of(handOff, caller, now));
	}

	@GetMapping("/{id}")
	Whole get(@PathVariable UUID id, Caller caller) {
		HandOff handOff = this.table.find(id).orElseThrow(() -> new NotFound("There is no hand-off " + id));
		return new Whole(HandOffView.of(handOff, caller, this.clock.instant()), seen(handOff.summary(), caller),
				this.letters.of(id).stream().map(LetterView::of).toList());
	}

	private @Nullable Summary seen(@Nullable Summary summary, Caller caller) {
		return (summary != null)
				? summary.without(this.incidents.hidden(summary.numbers().collect(Collectors.toSet()), caller)) : null;
	}

	@PostMapping("/{id}/acknowledge")
	HandOffView acknowledge(@PathVariable UUID id, Caller caller) {
		return HandOffView.of(this.handOffs.takeOver(id, caller), caller, this.clock.instant());
	}

	/**
	 * A hand-off as callers see it.
	 *
	 * @param yours whether the caller may take over
	 */
	record HandOffView(UUID id, String schedule, String role, @Nullable String team, Instant at, List<String> outgoing,
			List<String> incoming, Instant until, HandOffStatus status, @Nullable Instant takeOverBy,
			@Nullable Instant takenAt, @Nullable String takenBy, boolean yours) {

		static HandOffView of(HandOff handOff, Caller caller, Instant now) {
			ShiftChange change = handOff.change();
			HandOff.Taken taken = handOff.taken();
			return new HandOffView(handOff.id(), change.schedule(), change.role(), handOff.team(), change.at(),
					change.outgoing(), change.incoming(), change.until(), handOff.status(now), handOff.takeOverBy(),
					(taken != null) ? taken.at() : null, (taken != null) ? taken.by() : null, handOff.isFor(caller));
		}

	}

	/**
	 * A hand-off with what was told, and to whom.
	 */
	record Whole(@JsonUnwrapped HandOffView handOff, @Nullable Summary summary, List<LetterView> letters) {
	}

	/**
	 * Whom a letter is meant for and whether it arrived.
	 *
	 * @param meantFor the name of a person; absent for the last resort of the team
	 * @param status absent when that is long ago
	 */
	record LetterView(String kind, @Nullable String meantFor, String address, @Nullable String status,
			@Nullable String reason) {

		static LetterView of(Fate fate) {
			return new LetterView(word(fate.kind().name()), fate.meantFor().isEmpty() ? null : fate.meantFor(),
					fate.address(), (fate.status() != null) ? word(fate.status()) : null, fate.reason());
		}

		private static String word(String name) {
			return name.toLowerCase(Locale.ROOT);
		}

	}

}
