package dev.vigie.escalation.paging;

import java.time.Duration;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import dev.vigie.escalation.FakeMailbox;
import dev.vigie.escalation.FakeNeighbours;
import dev.vigie.escalation.Neighbourhood;
import dev.vigie.escalation.page.PageDispatcher;
import dev.vigie.testsupport.IntegrationTest;
import dev.vigie.testsupport.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
class PersonalRulesIntegrationTests {

	private static final String WORK = "work@example.org";

	private static final String HOME = "home@example.org";

	private static final String GRACE = "grace@example.org";

	private static final String ROSTER = """
			{"people": [
			  {"name": "ada", "displayName": "Ada", "language": "en", "timeZone": "Europe/Paris",
			   "contactMethods": [{"name": "work", "type": "email", "address": "work@example.org"},
			     {"name": "home", "type": "email", "address": "home@example.org"},
			     {"name": "mobile", "type": "sms", "address": "+33612345678"}],
			   "workingHours": [{"days": ["monday"], "from": "09:00", "to": "18:00"}],
			   "notificationRules": [
			     {"urgency": "high", "during": "working-hours",
			      "steps": [{"after": "0m", "contactMethod": "mobile"}, {"after": "2m", "contactMethod": "work"},
			        {"after": "5m", "contactMethod": "home"}]},
			     {"urgency": "low", "during": "always", "steps": [{"after": "30m", "contactMethod": "home"}]}]},
			  {"name": "grace", "displayName": "Grace", "language": "en",
			   "contactMethods": [{"type": "email", "address": "grace@example.org"}]}],
			 "teams": [{"name": "rewapp", "displayName": "Rewapp", "members": [{"person": "ada"}, {"person": "grace"}]}],
			 "schedules": []}
			""";

	@Autowired
	private Firing firing;

	@Autowired
	private StepExecutor executor;

	@Autowired
	private PageDispatcher dispatcher;

	@Autowired
	private Neighbourhood neighbourhood;

	@Autowired
	private FakeMailbox mailbox;

	@Autowired
	private FakeNeighbours neighbours;

	@Autowired
	private SettableClock clock;

	@BeforeEach
	void everybodyIsThere() {
		this.neighbourhood.reset();
		this.neighbours.roster(ROSTER);
	}

	@Test
	void tellsPeopleAsTheirRuleSaysUntilSomebodyAcknowledges() {
		this.firing.policy("[{\"after\": \"0m\", \"notify\": [{\"person\": \"ada\"}]}]");
		long number = this.firing.fires("db1");
		run();
		assertThat(this.mailbox.recipients()).containsExactly(WORK); // no sms yet, so
																		// this
																		// is the first
		assertThat(this.firing.get("/api/v1/incidents/" + number + "/timeline"))
			.contains("Nothing can be sent to ada by mobile");
		pass(Duration.ofMinutes(4));
		assertThat(this.mailbox.recipients()).containsExactly(WORK);
		pass(Duration.ofMinutes(1));
		assertThat(this.mailbox.recipients()).containsExactly(WORK, HOME);
		long other = this.firing.fires("db2");
		run();
		this.firing.acknowledge(other);
		pass(Duration.ofMinutes(10));
		assertThat(this.mailbox.recipients()).containsExactly(WORK, HOME, WORK);
	}

	@Test
	void tellsPeopleAsTheStepSaysWhateverTheirRuleIs() {
		this.firing.policy("[{\"after\": \"0m\", \"notify\": [{\"person\": \"ada\", \"via\": [\"sms\", \"email\"]}]},"
				+ " {\"after\": \"5m\", \"notify\": [{\"team\": \"rewapp\", \"via\": [\"phone\"]}]}]");
		long number = this.firing.fires("db1");
		run();
		assertThat(this.mailbox.recipients()).containsExactly(WORK);
		pass(Duration.ofMinutes(5));
		assertThat(this.mailbox.recipients()).containsExactlyInAnyOrder(WORK, WORK, GRACE);
		assertThat(this.firing.get("/api/v1/incidents/" + number + "/timeline"))
			.contains("Nothing can be sent to ada by sms", "Nothing can be sent to grace by phone");
	}

	@Test
	void waitsWithWhatIsNotUrgentAsLongAsTheRuleSays() {
		this.firing.policy("[{\"after\": \"0m\", \"notify\": [{\"person\": \"ada\"}]}]");
		this.firing.put("severity-rules/all", "{\"rules\": [], \"default\": \"P3\"}");
		this.firing.put("escalation-policies/all",
				"{\"severities\": {\"P3\": {\"steps\": [{\"after\": \"0m\", \"notify\": [{\"person\": \"ada\"}]}]}}}");
		this.firing.fires("db1");
		run();
		assertThat(this.mailbox.recipients()).isEmpty();
		pass(Duration.ofMinutes(30));
		assertThat(this.mailbox.recipients()).containsExactly(HOME);
	}

	@Test
	void tellsAnAddressNoLaterThanTheSoonestTargetSays() {
		this.firing.policy("[{\"after\": \"0m\", \"notify\": [{\"person\": \"grace\"}, {\"person\": \"ada\"}],"
				+ " \"mode\": \"untilAnswered\", \"every\": \"10m\"}, {\"after\": \"1m\", \"notify\": ["
				+ "{\"person\": \"ada\"}, {\"person\": \"ada\", \"via\": [\"email\"]}]}]");
		this.firing.fires("db1");
		run();
		assertThat(this.mailbox.recipients()).containsExactly(GRACE);
		pass(Duration.ofMinutes(1));
		assertThat(this.mailbox.recipients()).containsExactly(GRACE, WORK);
		pass(Duration.ofMinutes(9));
		assertThat(this.mailbox.recipients()).containsExactlyInAnyOrder(GRACE, WORK, HOME, WORK);
		pass(Duration.ofMinutes(5));
		assertThat(this.mailbox.recipients()).containsExactlyInAnyOrder(GRACE, WORK, HOME, WORK, HOME);
	}

	@Test
	void waitsNoLongerForTheNextAddressWhenTheFirstIsRefused() {
		this.mailbox.refuses(WORK);
		this.firing.policy("[{\"after\": \"0m\", \"notify\": [{\"person\": \"ada\"}]}]");
		long number = this.firing.fires("db1");
		run();
		assertThat(this.mailbox.recipients()).containsExactly(HOME);
		pass(Duration.ofMinutes(10));
		assertThat(this.mailbox.recipients()).containsExactly(HOME);
		assertThat(this.firing.timeline(number)).contains("FALLBACK_USED");
	}

	private void pass(Duration time) {
		this.clock.advance(time);
		run();
	}

	private void run() {
		while (this.executor.runDue() + this.dispatcher.runDue() > 0) {
			// until nothing is due
		}
	}

}
