package dev.vigie.escalation.handoff;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;

import dev.vigie.escalation.roster.Reachable;

/**
 * Where a letter goes, and how whoever reads it there wants to read it.
 *
 * @param owner the name of the person, empty for one that is nobody's
 */
record Mailbox(String address, String owner, Locale language, ZoneId zone) {

	static Mailbox of(Reachable person, String address) {
		return new Mailbox(address, person.person(), person.language(), person.zone());
	}

	static Mailbox ofNobody(String address, Locale language) {
		return new Mailbox(address, "", language, ZoneOffset.UTC);
	}

}
