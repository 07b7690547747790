package dev.vigie.escalation.handoff;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import dev.vigie.escalation.handoff.LetterTable.Letter;
import dev.vigie.escalation.notice.Phrasebook;
import dev.vigie.escalation.notice.Words;
import dev.vigie.escalation.roster.Reachable;
import dev.vigie.escalation.roster.RosterView;
import dev.vigie.shared.access.AccessProperties;

/**
 * Puts a hand-off into words, in the language and the time of who reads them. They stand
 * in {@code messages-escalation-handoffs*.properties}.
 */
@Component
class HandOffText {

	private static final String PAGE = "/console/handoffs";

	private final Phrasebook phrases = new Phrasebook("messages-escalation-handoffs");

	private final String home;

	HandOffText(AccessProperties access) {
		this.home = access.issuer();
	}

	Words words(HandOff handOff, Letter letter, Mailbox reader, RosterView roster) {
		Phrases say = new Phrases(this.phrases, reader);
		ShiftChange change = handOff.change();
		String incoming = names(change.incoming(), roster);
		List<String> lines = new ArrayList<>();
		if (!letter.meantFor().isEmpty() && !letter.meantFor().equals(reader.owner())) {
			lines.add(say.text("meant", names(List.of(letter.meantFor()), roster)));
			lines.add("");
		}
		switch (letter.kind()) {
			case INCOMING -> incoming(handOff, say, roster, lines);
			case OUTGOING -> lines.add(say.text("outgoing", change.schedule(), say.role(change.role()), incoming,
					say.time(change.until())));
			case UNTAKEN -> untaken(handOff, say, incoming, lines);
		}
		if (handOff.summary() != null) {
			lines.addAll(new SummaryText(say, this.home, handOff.recordedAt()).lines(handOff.summary()));
		}
		String subject = say.text(letter.kind().name().toLowerCase(Locale.ROOT) + ".subject", change.schedule(),
				incoming);
		return new Words(handOff.id(), subject, String.join("\n", lines) + "\n", "{}");
	}

	private void incoming(HandOff handOff, Phrases say, RosterView roster, List<String> lines) {
		ShiftChange change = handOff.change();
		lines.add(say.text("incoming", change.schedule(), say.role(change.role()), say.time(change.until())));
		lines.add(change.outgoing().isEmpty() ? say.text("incoming.gap")
				: say.text("incoming.from", names(change.outgoing(), roster)));
		lines.add((handOff.takeOverBy() != null)
				? say.text("incoming.by", say.time(handOff.takeOverBy()), this.home + PAGE)
				: say.text("incoming.link", this.home + PAGE));
	}

	private void untaken(HandOff handOff, Phrases say, String incoming, List<String> lines) {
		ShiftChange change = handOff.change();
		Instant by = (handOff.takeOverBy() != null) ? handOff.takeOverBy() : change.at();
		lines.add(say.text("untaken", change.schedule(), say.role(change.role()), incoming, say.time(by)));
		lines.add(say.text("untaken.link", this.home + PAGE));
	}

	private static String names(List<String> people, RosterView roster) {
		return people.stream()
			.map((name) -> roster.person(name).map(Reachable::displayName).orElse(name))
			.collect(Collectors.joining(", "));
	}

}
