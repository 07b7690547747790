package dev.vigie.gateway.console.handoffs;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.vigie.gateway.console.handoffs.HandOffsClient.HandOff;
import dev.vigie.gateway.console.layout.Moment;
import dev.vigie.gateway.console.layout.Times;

/**
 * A hand-off as its page shows it.
 *
 * @param outgoing who went, none after a gap
 * @param mayBeTaken whether the reader can take over
 */
record HandOffView(UUID id, String schedule, String role, @Nullable String team, List<String> outgoing,
		List<String> incoming, String status, @Nullable Moment at, @Nullable Moment until, @Nullable Moment takeOverBy,
		@Nullable Moment takenAt, @Nullable String takenBy, boolean mayBeTaken) {

	HandOffView {
		outgoing = List.copyOf(outgoing);
		incoming = List.copyOf(incoming);
	}

	static HandOffView of(HandOff handOff, Times times, Locale locale) {
		boolean waits = handOff.status().equals("open") || handOff.status().equals("overdue");
		return new HandOffView(handOff.id(), handOff.schedule(), handOff.role(), handOff.team(), handOff.outgoing(),
				handOff.incoming(), handOff.status(), times.moment(handOff.at(), locale),
				times.moment(handOff.until(), locale), times.moment(handOff.takeOverBy(), locale),
				times.moment(handOff.takenAt(), locale), handOff.takenBy(), waits && handOff.yours());
	}

}
