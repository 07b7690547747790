package dev.vigie.oncall.person;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import dev.vigie.oncall.contact.ContactMethod;
import dev.vigie.oncall.person.Leaving.Notice;
import dev.vigie.oncall.person.VerificationTable.Address;
import dev.vigie.shared.document.Edit;
import dev.vigie.shared.document.Editing;
import dev.vigie.testsupport.IntegrationTest;
import dev.vigie.testsupport.SettableClock;
import dev.vigie.testsupport.Tokens;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
class DeparturesIntegrationTests {

	private static final Instant NOON = SettableClock.START;

	private static final Instant FRIDAY = Instant.parse("2026-03-06T17:00:00Z");

	@Autowired
	private Leaving leaving;

	@Autowired
	private PersonDirectory directory;

	@Autowired
	private People people;

	@Autowired
	private VerificationTable verifications;

	@Autowired
	private PersonKind kind;

	@Autowired
	private Editing editing;

	@Autowired
	private SettableClock clock;

	@Autowired
	private MockMvcTester http;

	@BeforeEach
	void ada() {
		this.people.save(new Person("ada", ada("ada@example.org")));
	}

	@Test
	void saysWhoLeftAndSinceWhen() {
		assertThat(this.directory.left()).isEmpty();
		this.leaving.deactivate("ada", new Notice("new job", FRIDAY, null), "grace");
		assertThat(this.directory.left()).isEqualTo(Map.of("ada", FRIDAY));
	}

	@Test
	void remembersThatSomebodyWasAwayOnceTheyAreBack() {
		this.leaving.deactivate("ada", new Notice("parental leave", null, null), "grace");
		this.clock.advance(Duration.ofDays(90));
		this.leaving.reactivate("ada", "grace");
		assertThat(this.directory.left()).isEmpty();
		assertThat(this.directory.departures()).singleElement().satisfies((departure) -> {
			assertThat(departure.leftAt()).isEqualTo(NOON);
			assertThat(departure.returnedAt()).isEqualTo(NOON.plus(Duration.ofDays(90)));
		});
	}

	@Test
	void forgetsADepartureThatWasCalledOff() {
		this.leaving.deactivate("ada", new Notice("new job", FRIDAY, null), "grace");
		this.leaving.reactivate("ada", "grace");
		assertThat(this.directory.departures()).isEmpty();
		this.leaving.deactivate("ada", new Notice("new job", FRIDAY, null), "grace");
		assertThat(this.directory.departures()).hasSize(1);
	}

	@Test
	void takesWhoIsDeletedForSomebodyWhoLeftUntilTheyAreMadeAnew() {
		this.editing.delete(this.kind, "ada", null);
		assertThat(this.directory.left()).isEqualTo(Map.of("ada", NOON));
		this.clock.advance(Duration.ofDays(1));
		this.editing.apply(this.kind, new Edit<>("ada", ada("ada@example.org"), null));
		assertThat(this.directory.left()).isEmpty();
		assertThat(this.directory.departures()).singleElement()
			.extracting(Departure::returnedAt)
			.isEqualTo(NOON.plus(Duration.ofDays(1)));
	}

	@Test
	void announcesADepartureOnceWhenItsTimeHasCome() {
		this.leaving.deactivate("ada", new Notice("new job", FRIDAY, null), "grace");
		this.leaving.announceDue();
		this.clock.set(FRIDAY);
		this.leaving.announceDue();
		this.leaving.announceDue();
		assertThat(this.http.get().uri("/feed?lastEventId=0").with(Tokens.by("escalation-service", "feed:read")))
			.bodyJson()
			.extractingPath("[*].data.action")
			.isEqualTo(List.of("deactivated", "left"));
	}

	@Test
	void losesTheProofOfAnAddressThatChanges() {
		Address mail = new Address("email", "ada@example.org");
		this.editing.apply(this.kind, new Edit<>("ada", ada("ada@example.org"), null));
		this.verifications.confirm("ada", mail, NOON);
		this.editing.apply(this.kind, new Edit<>("ada",
				new PersonSpec("Ada L.", null, null, null, ada("ada@example.org").contactMethods(), null), null));
		assertThat(this.verifications.of("ada")).isEqualTo(Map.of(mail, NOON));
		this.editing.apply(this.kind, new Edit<>("ada", ada("ada@example.net"), null));
		this.editing.apply(this.kind, new Edit<>("ada",
				new PersonSpec("Ada L.", null, null, null, ada("ada@example.org").contactMethods(), null), null));
		assertThat(this.verifications.of("ada")).isEmpty();
	}

	private static PersonSpec ada(String address) {
		return new PersonSpec("Ada", null, null, null,
				List.of(new ContactMethod(null, ContactMethod.Type.EMAIL, address)), null);
	}

}
