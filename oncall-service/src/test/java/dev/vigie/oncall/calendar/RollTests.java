package dev.vigie.oncall.calendar;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.vigie.oncall.calendar.CalendarSpec.Match;
import dev.vigie.oncall.calendar.ical.Attendee;
import dev.vigie.oncall.calendar.ical.Subject;
import dev.vigie.oncall.contact.ContactMethod;
import dev.vigie.oncall.person.PersonSpec;
import dev.vigie.shared.document.Document;

import static org.assertj.core.api.Assertions.assertThat;

class RollTests {

	private final Roll roll = new Roll(List.of(person("ada", "Ada Lovelace", "ada@example.org"),
			person("bob", "Bob", "Bob@Example.org"), person("zoe-m", "Zoë Müller", "zoe@example.org"),
			person("twin-1", "Sam Twin", "team@example.org"), person("twin-2", "Sam Twin", "team@example.org")));

	private static Document<PersonSpec> person(String name, String displayName, String email) {
		return new Document<>(name, 0, new PersonSpec(displayName, null, null, null,
				List.of(new ContactMethod(null, ContactMethod.Type.EMAIL, email)), null));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-", textBlock = """
			ada | ada
			ADA LOVELACE | ada
			Ada  Lovelace | ada
			[L1] bob | bob
			[l0] BOB@example.ORG | bob
			On Call - Ada Lovelace - Backend | ada
			Astreinte : Zoë Müller | zoe-m
			Zoë Müller – backend – primary | zoe-m
			Ada Lovelace, Bob | ada+bob
			Ada Lovelace & Bob | ada+bob
			Bob et Zoë Müller | bob+zoe-m
			On call Bob tonight | bob
			Bobby | -
			Grace Hopper | -
			Sam Twin | -
			team@example.org | -
			Bob covers Ada Lovelace | -
			""")
	void findsWhomATitleNames(String title, @Nullable String people) {
		Roll.Found found = this.roll.find(new Subject(title, List.of(), null), Match.ANY);
		assertThat(String.join("+", found.people())).isEqualTo((people != null) ? people : "");
		assertThat(found.unknown()).isEqualTo((people != null) ? List.of() : List.of(title));
	}

	@Test
	void prefersWhomAnEventInvites() {
		Subject subject = new Subject("Ada Lovelace", List.of(attendee("bob@example.org"), attendee("eve@example.org")),
				attendee("zoe@example.org"));
		assertThat(this.roll.find(subject, Match.ANY))
			.isEqualTo(new Roll.Found(List.of("bob"), List.of("eve@example.org")));
		assertThat(this.roll.find(subject, Match.NAME)).isEqualTo(new Roll.Found(List.of("ada"), List.of()));
	}

	@Test
	void takesWhoMadeTheEventOnlyIfItNamesNobody() {
		assertThat(this.roll.find(new Subject("Holidays", List.of(), attendee("zoe@example.org")), Match.ANY).people())
			.containsExactly("zoe-m");
		assertThat(this.roll.find(new Subject("x", List.of(attendee("eve@example.org")), attendee("zoe@example.org")),
				Match.ANY))
			.isEqualTo(new Roll.Found(List.of(), List.of("eve@example.org")));
	}

	@Test
	void readsNoNamesWhereOnlyAddressesCount() {
		assertThat(this.roll.find(new Subject("Bob", List.of(), null), Match.EMAIL).people()).isEmpty();
		assertThat(this.roll.find(new Subject("bob@example.org", List.of(), null), Match.EMAIL).people())
			.containsExactly("bob");
	}

	private static Attendee attendee(String email) {
		return new Attendee(email, null);
	}

}
