package dev.vigie.oncall.swap;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import dev.vigie.oncall.Documents;
import dev.vigie.oncall.Manager;
import dev.vigie.oncall.Tuesday;
import dev.vigie.oncall.schedule.OnCall;
import dev.vigie.testsupport.IntegrationTest;
import dev.vigie.testsupport.SettableClock;
import dev.vigie.testsupport.Tokens;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
class SwapsIntegrationTests {

	@Autowired
	private MockMvcTester http;

	@Autowired
	private OnCall onCall;

	@Autowired
	private SwapWatch watch;

	@Autowired
	private SettableClock clock;

	@Autowired
	private JdbcClient jdbc;

	private Manager manager;

	@BeforeEach
	void sixHoursEach() {
		this.manager = new Manager(this.http);
		for (String name : List.of("ada", "bob", "cleo", "dan", "eve")) {
			assertThat(this.manager.put("people/" + name, Documents.BOB.replace("Bob", name))).hasStatus(201);
		}
		assertThat(this.manager.put("schedules/main", Tuesday.QUARTERS)).hasStatus(201);
		assertThat(drawn()).isEqualTo("aaaaaabbbbbbccccccdddddd");
	}

	@Test
	void whoTakesAWholeShiftIsOnCallAndTheReasonIsTheSwap() {
		String id = request("bob", "06", "12");
		assertThat(as("eve", "swaps/" + id + "/take", null)).hasStatus(200).bodyJson().isLenientlyEqualTo("""
				{"status": "accepted", "requester": "bob", "taker": "eve", "moves": ["withdraw"], "shifts":
				 [{"role": "primary", "start": "2026-03-03T06:00:00Z", "end": "2026-03-03T12:00:00Z"}]}""");
		assertThat(drawn()).isEqualTo("aaaaaaeeeeeeccccccdddddd");
		assertThat(this.manager.get("schedules/main/on-call?at=" + Tuesday.at("07"))).bodyJson().isLenientlyEqualTo("""
				{"shifts": [{"person": "eve", "cause": {"kind": "swap", "name": "%s"}}]}""".formatted(id));
	}

	@Test
	void aDeletedScheduleTakesAllItsSwapsAlong() {
		take("eve", request("bob", "06", "12"));
		take("eve", request("cleo", "12", "18"));
		String open = request("ada", "00", "06");
		assertThat(this.manager.delete("schedules/main")).hasStatus(204);
		assertThat(this.manager.get("swaps/" + open)).bodyJson().extractingPath("status").isEqualTo("withdrawn");
	}

	@ParameterizedTest
	@CsvSource({ "accept", "decline", "withdraw" })
	void whatAVerbDoesNotKnowIsRefused(String verb) {
		String id = request("bob", "06", "12");
		assertThat(as("bob", "swaps/" + id + "/" + verb, "{\"person\": \"eve\"}")).hasStatus(400)
			.bodyJson()
			.isLenientlyEqualTo("{\"errors\": [{\"field\": \"person\"}]}");
		assertThat(as("bob", "swaps/" + id + "/withdraw", "{}")).hasStatus(200);
	}

	@ParameterizedTest
	@CsvSource({ "swaps?schedule=nope, schedule, there is no Schedule nope",
			"swaps?person=nope, person, there is no Person nope",
			"absences?person=nope, person, there is no Person nope" })
	void aListOfWhatIsNotThereIsRefused(String path, String field, String reason) {
		assertThat(this.manager.get(path)).hasStatus(400)
			.bodyJson()
			.isLenientlyEqualTo("{\"errors\": [{\"field\": \"%s\", \"reason\": \"%s\"}]}".formatted(field, reason));
	}

	@ParameterizedTest
	@CsvSource({ "06, 08, aaaaaaeebbbbccccccdddddd", "10, 12, aaaaaabbbbeeccccccdddddd",
			"08, 10, aaaaaabbeebbccccccdddddd", "04, 14, aaaaaaeeeeeeccccccdddddd" })
	void aSwapSplitsAShiftAtItsStartItsEndOrBoth(String from, String to, String drawn) {
		take("eve", request("bob", from, to));
		assertThat(drawn()).isEqualTo(drawn);
	}

	@Test
	void aSwapOfAWholeDayIsAboutTheShiftsOfTheRequesterAlone() {
		String id = request("bob", "00", "23:30");
		assertThat(this.manager.get("swaps/" + id)).bodyJson()
			.extractingPath("shifts[*].start")
			.isEqualTo(List.of("2026-03-03T06:00:00Z"));
		take("eve", id);
		assertThat(drawn()).isEqualTo("aaaaaaeeeeeeccccccdddddd");
	}

	@Test
	void aSwapOverSeveralShiftsTakesEachOfThem() {
		this.manager.put("schedules/main",
				Tuesday.QUARTERS.replace("[\"ada\", \"bob\", \"cleo\", \"dan\"]", "[\"ada\", \"bob\"]"));
		assertThat(drawn()).isEqualTo("aaaaaabbbbbbaaaaaabbbbbb");
		String id = request("bob", "08", "20");
		assertThat(this.manager.get("swaps/" + id)).bodyJson()
			.extractingPath("shifts[*].start")
			.isEqualTo(List.of("2026-03-03T08:00:00Z", "2026-03-03T18:00:00Z"));
		take("eve", id);
		assertThat(drawn()).isEqualTo("aaaaaabbeeeeaaaaaaeebbbb");
	}

	@Test
	void aSwapNextToAShiftHasNothingToSwapAndIsRefused() {
		for (String[] span : new String[][] { { "04", "06" }, { "12", "13" } }) {
			assertThat(requested("bob", span[0], span[1])).hasStatus(400)
				.bodyJson()
				.isLenientlyEqualTo("{\"errors\": [{\"field\": \"start\", \"reason\": \"bob has no shift then\"}]}");
		}
	}

	@Test
	void aSwapBySomebodyWhoIsNotOnTheScheduleIsRefused() {
		assertThat(requested("eve", "00", "23")).hasStatus(400);
		assertThat(this.manager.get("swaps")).bodyJson().isLenientlyEqualTo("{\"items\": []}");
		assertThat(drawn()).isEqualTo("aaaaaabbbbbbccccccdddddd");
	}

	@Test
	void aPartialSwapInAGroupOfTwoReplacesOneOfThem() {
		this.manager.put("schedules/main", Tuesday.ADA_AND_BOB);
		take("eve", request("ada", "09", "17"));
		assertThat(drawn()).isEqualTo("a+b".repeat(9) + "b+e".repeat(8) + "a+b".repeat(7));
	}

	@Test
	void whoIsOnCallThenInTheSameRoleCannotTakeIt() {
		this.manager.put("schedules/main", Tuesday.ADA_AND_BOB);
		assertThat(as("bob", "swaps/" + request("ada", "09", "17") + "/take", null)).hasStatus(409)
			.bodyJson()
			.extractingPath("type")
			.isEqualTo("/problems/swap-on-call");
	}

	@Test
	void nothingChangesUntilSomebodyTakesIt() {
		request("bob", "06", "12");
		assertThat(drawn()).isEqualTo("aaaaaabbbbbbccccccdddddd");
	}

	@Test
	void nobodyTakesTheirOwn() {
		String id = request("bob", "06", "12");
		assertThat(as("bob", "swaps/" + id + "/take", null)).hasStatus(409)
			.bodyJson()
			.extractingPath("type")
			.isEqualTo("/problems/swap-own");
		assertThat(drawn()).isEqualTo("aaaaaabbbbbbccccccdddddd");
	}

	@Test
	void nobodyTakesOneThatIsClosed() {
		String id = request("bob", "06", "12");
		take("eve", id);
		assertThat(as("ada", "swaps/" + id + "/take", null)).hasStatus(409)
			.bodyJson()
			.isLenientlyEqualTo("{\"type\": \"/problems/swap-status\", \"legal\": [\"withdraw\"]}");
		take("eve", id);
		assertThat(drawn()).isEqualTo("aaaaaaeeeeeeccccccdddddd");
		String withdrawn = request("cleo", "12", "18");
		assertThat(as("cleo", "swaps/" + withdrawn + "/withdraw", null)).hasStatus(200);
		assertThat(as("eve", "swaps/" + withdrawn + "/take", null)).hasStatus(409)
			.bodyJson()
			.isLenientlyEqualTo("{\"legal\": []}");
		assertThat(drawn()).isEqualTo("aaaaaaeeeeeeccccccdddddd");
	}

	@Test
	void nobodyTakesWhatIsPastAndItExpires() {
		String id = request("bob", "06", "12");
		this.clock.set(Tuesday.MIDNIGHT.plus(Duration.ofHours(12)));
		assertThat(as("eve", "swaps/" + id + "/take", null)).hasStatus(409)
			.bodyJson()
			.isLenientlyEqualTo(
					"{\"type\": \"/problems/swap-status\", \"detail\": \"Swap %s is expired: one cannot take it\"}"
						.formatted(id));
		assertThat(this.manager.get("swaps/" + id)).bodyJson().extractingPath("status").isEqualTo("expired");
		assertThat(told()).containsExactly("requested");
		assertThat(this.watch.settleDue()).isFalse();
		assertThat(this.watch.settleDue()).isFalse();
		assertThat(told()).containsExactly("requested", "expired");
		assertThat(this.manager.get("swaps?status=expired")).bodyJson()
			.extractingPath("items[*].id")
			.isEqualTo(List.of(id));
		assertThat(drawn()).isEqualTo("aaaaaabbbbbbccccccdddddd");
	}

	@Test
	void whoTakesARunningShiftHasTheRestOfIt() {
		String id = request("bob", "06", "12");
		this.clock.set(Tuesday.MIDNIGHT.plus(Duration.ofHours(10)));
		take("eve", id);
		assertThat(drawn()).isEqualTo("aaaaaabbbbeeccccccdddddd");
	}

	@Test
	void whatIsPastCannotBeAskedFor() {
		this.clock.set(Tuesday.MIDNIGHT.plus(Duration.ofHours(10)));
		assertThat(requested("ada", "00", "06")).hasStatus(400);
		String id = request("bob", "06", "12");
		assertThat(this.manager.get("swaps/" + id)).bodyJson()
			.extractingPath("shifts[*].start")
			.isEqualTo(List.of("2026-03-03T10:00:00Z"));
	}

	@Test
	void aWithdrawnSwapGivesBackWhatIsToCome() {
		String id = request("bob", "06", "12");
		take("eve", id);
		this.clock.set(Tuesday.MIDNIGHT.plus(Duration.ofHours(8)));
		assertThat(as("eve", "swaps/" + id + "/withdraw", null)).hasStatus(403);
		assertThat(as("bob", "swaps/" + id + "/withdraw", null)).hasStatus(200);
		assertThat(drawn()).isEqualTo("aaaaaaeebbbbccccccdddddd");
		assertThat(as("bob", "swaps/" + id + "/withdraw", null)).hasStatus(200);
	}

	@Test
	void aSwapThatWasTakenMayBeSwappedAgain() {
		take("eve", request("bob", "06", "12"));
		take("ada", request("eve", "08", "12"));
		assertThat(drawn()).isEqualTo("aaaaaaeeaaaaccccccdddddd");
		take("bob", request("ada", "08", "10"));
		assertThat(drawn()).isEqualTo("aaaaaaeebbaaccccccdddddd");
	}

	@Test
	void twoSwapsOnTheSameHoursApplyInTheOrderInWhichTheyWereMade() {
		this.manager.put("schedules/main", Tuesday.ADA_AND_BOB);
		String first = request("ada", "06", "12");
		this.clock.advance(Duration.ofMinutes(1));
		String second = request("bob", "08", "14");
		this.clock.advance(Duration.ofMinutes(1));
		take("dan", second);
		this.clock.advance(Duration.ofMinutes(1));
		take("cleo", first);
		assertThat(drawn())
			.isEqualTo("a+b".repeat(6) + "b+c".repeat(2) + "c+d".repeat(4) + "a+d".repeat(2) + "a+b".repeat(10));
		String third = request("cleo", "08", "10");
		take("eve", third);
		assertThat(drawn()).isEqualTo("a+b".repeat(6) + "b+c".repeat(2) + "d+e".repeat(2) + "c+d".repeat(2)
				+ "a+d".repeat(2) + "a+b".repeat(10));
	}

	@Test
	void ofTwoRequestsForTheSameShiftOnlyOneCanBeTaken() {
		String first = request("bob", "06", "12");
		String second = request("bob", "06", "12");
		take("eve", second);
		assertThat(as("ada", "swaps/" + first + "/take", null)).hasStatus(409)
			.bodyJson()
			.extractingPath("type")
			.isEqualTo("/problems/swap-drifted");
		assertThat(drawn()).isEqualTo("aaaaaaeeeeeeccccccdddddd");
	}

	@Test
	void aSwapIsLaidOverTheOverrideThatGaveTheShift() {
		override("eve", "08", "10");
		this.clock.advance(Duration.ofMinutes(1));
		take("ada", request("eve", "08", "10"));
		assertThat(drawn()).isEqualTo("aaaaaabbaabbccccccdddddd");
	}

	@Test
	void anOverrideThatCameLaterLiesOverASwap() {
		take("eve", request("bob", "06", "12"));
		this.clock.advance(Duration.ofMinutes(1));
		override("dan", "08", "10");
		assertThat(drawn()).isEqualTo("aaaaaaeeddeeccccccdddddd");
		String id = request("cleo", "12", "18");
		this.clock.advance(Duration.ofMinutes(1));
		override("dan", "12", "14");
		assertThat(as("eve", "swaps/" + id + "/take", null)).hasStatus(409);
		assertThat(drawn()).isEqualTo("aaaaaaeeddeeddccccdddddd");
	}

	@Test
	void aRotationThatIsEditedFlagsASwapInsteadOfLettingItDrift() {
		String id = request("bob", "06", "12");
		take("eve", id);
		this.clock.advance(Duration.ofMinutes(1));
		// bob's turn moves to the afternoon
		this.manager.put("schedules/main",
				Tuesday.QUARTERS.replace("\"ada\", \"bob\", \"cleo\"", "\"ada\", \"cleo\", \"bob\""));
		assertThat(this.manager.get("swaps/" + id)).bodyJson()
			.isLenientlyEqualTo("{\"status\": \"accepted\", \"drifted\": true}");
		assertThat(drawn()).doesNotContain("e");
		assertThat(told()).containsExactly("requested", "accepted", "drifted");
		this.manager.put("schedules/main", Tuesday.QUARTERS);
		assertThat(this.manager.get("swaps/" + id)).bodyJson().extractingPath("drifted").isEqualTo(false);
		assertThat(told()).containsExactly("requested", "accepted", "drifted", "restored");
		assertThat(drawn()).isEqualTo("aaaaaaeeeeeeccccccdddddd");
	}

	@Test
	void anOpenSwapIsFlaggedTooAndCannotBeTaken() {
		String id = request("bob", "06", "12");
		this.manager.put("schedules/main", Tuesday.QUARTERS.replace("\"bob\", ", ""));
		assertThat(this.manager.get("swaps/" + id)).bodyJson()
			.isLenientlyEqualTo("{\"status\": \"requested\", \"drifted\": true, \"moves\": [\"withdraw\"]}");
		assertThat(as("eve", "swaps/" + id + "/take", null)).hasStatus(409)
			.bodyJson()
			.extractingPath("type")
			.isEqualTo("/problems/swap-drifted");
	}

	@Test
	void aSwapOfASwapAndAnOverrideOverItAreNoDrift() {
		String id = request("bob", "06", "12");
		take("eve", id);
		this.clock.advance(Duration.ofMinutes(1));
		take("ada", request("eve", "08", "12"));
		this.clock.advance(Duration.ofMinutes(1));
		override("dan", "10", "11");
		assertThat(this.manager.get("swaps/" + id)).bodyJson().extractingPath("drifted").isEqualTo(false);
	}

	@Test
	void shiftsAreExchanged() {
		String id = request("bob", "06", "12", ", \"kind\": \"exchange\"");
		assertThat(as("dan", "swaps/" + id + "/take", null)).hasStatus(409)
			.bodyJson()
			.isLenientlyEqualTo("{\"legal\": [\"offer\", \"withdraw\"]}");
		assertThat(as("dan", "swaps/" + id + "/offer", span("18", "23:30"))).hasStatus(200)
			.bodyJson()
			.isLenientlyEqualTo("""
					{"status": "offered", "taker": "dan", "inReturn": [{"start": "2026-03-03T18:00:00Z",
					 "end": "2026-03-03T23:30:00Z"}], "moves": ["accept", "decline", "withdraw"]}""");
		assertThat(drawn()).isEqualTo("aaaaaabbbbbbccccccdddddd");
		assertThat(as("dan", "swaps/" + id + "/accept", null)).hasStatus(403);
		assertThat(as("bob", "swaps/" + id + "/accept", null)).hasStatus(200);
		assertThat(drawn()).isEqualTo("aaaaaaddddddccccccbbbbbb");
		assertThat(this.manager.get("schedules/main/on-call?at=" + Tuesday.at("23:30"))).bodyJson()
			.extractingPath("shifts[0].person")
			.isEqualTo("dan");
		assertThat(told()).containsExactly("requested", "offered", "accepted");
	}

	@Test
	void anExchangeIsUndoneOnlyByWhoeverKeepsTheSchedules() {
		String id = request("bob", "06", "12", ", \"kind\": \"exchange\"");
		as("dan", "swaps/" + id + "/offer", span("18", "23"));
		as("bob", "swaps/" + id + "/accept", null);
		assertThat(as("bob", "swaps/" + id + "/withdraw", null)).hasStatus(403);
		assertThat(this.manager.post("swaps/" + id + "/withdraw", "{}")).hasStatus(200);
		assertThat(drawn()).isEqualTo("aaaaaabbbbbbccccccdddddd");
	}

	@Test
	void anOfferThatIsDeclinedLeavesTheRequestToOthers() {
		String id = request("bob", "06", "12", ", \"kind\": \"exchange\"");
		as("dan", "swaps/" + id + "/offer", span("18", "23"));
		assertThat(as("cleo", "swaps/" + id + "/offer", span("12", "18"))).hasStatus(409);
		assertThat(as("cleo", "swaps/" + id + "/decline", null)).hasStatus(403);
		assertThat(as("bob", "swaps/" + id + "/decline", null)).bodyJson()
			.isLenientlyEqualTo("{\"status\": \"requested\", \"inReturn\": []}");
		assertThat(as("cleo", "swaps/" + id + "/offer", span("12", "18"))).hasStatus(200);
		assertThat(as("cleo", "swaps/" + id + "/decline", null)).hasStatus(200);
		as("cleo", "swaps/" + id + "/offer", span("12", "18"));
		assertThat(as("bob", "swaps/" + id + "/accept", null)).hasStatus(200);
		assertThat(drawn()).isEqualTo("aaaaaaccccccbbbbbbdddddd");
	}

	@Test
	void anOfferWithoutAShiftIsRefused() {
		String id = request("bob", "06", "12", ", \"kind\": \"exchange\"");
		assertThat(as("eve", "swaps/" + id + "/offer", span("12", "18"))).hasStatus(400);
		assertThat(as("bob", "swaps/" + id + "/offer", span("06", "12"))).hasStatus(409);
	}

	@Test
	void anOfferWhoseShiftsAreGoneIsNotAccepted() {
		String id = request("bob", "06", "12", ", \"kind\": \"exchange\"");
		as("dan", "swaps/" + id + "/offer", span("18", "23"));
		take("eve", request("dan", "20", "21"));
		assertThat(this.manager.get("swaps/" + id)).bodyJson().extractingPath("drifted").isEqualTo(true);
		assertThat(as("bob", "swaps/" + id + "/accept", null)).hasStatus(409)
			.bodyJson()
			.extractingPath("type")
			.isEqualTo("/problems/swap-drifted");
	}

	@Test
	void oneWhoWasAskedMayDeclineAndNobodyElseMayTakeIt() {
		String id = request("bob", "06", "12", ", \"with\": \"eve\"");
		assertThat(as("ada", "swaps/" + id + "/take", null)).hasStatus(409)
			.bodyJson()
			.extractingPath("type")
			.isEqualTo("/problems/swap-addressed");
		assertThat(as("ada", "swaps/" + id + "/decline", null)).hasStatus(403);
		assertThat(as("eve", "swaps/" + id + "/decline", null)).bodyJson()
			.extractingPath("status")
			.isEqualTo("declined");
		assertThat(as("eve", "swaps/" + id + "/take", null)).hasStatus(409);
		assertThat(told()).containsExactly("requested", "declined");
		take("eve", request("bob", "06", "12", ", \"with\": \"eve\""));
		assertThat(drawn()).isEqualTo("aaaaaaeeeeeeccccccdddddd");
	}

	@Test
	void ofTwoWhoTakeItAtOnceOneWins() throws Exception {
		for (int round = 0; round < 10; round++) {
			String id = request("bob", "06", "12");
			List<Integer> statuses = together(Stream.of("eve", "ada", "cleo", "dan")
				.map((taker) -> (Callable<Integer>) () -> as(taker, "swaps/" + id + "/take", null).getResponse()
					.getStatus())
				.toList());
			assertThat(statuses).containsExactlyInAnyOrder(200, 409, 409, 409);
			as("bob", "swaps/" + id + "/withdraw", null);
		}
	}

	@Test
	void peopleAreRemindedAsTheShiftComesNearer() {
		this.manager.post("swaps",
				"""
						{"schedule": "main", "requester": "bob", "start": "2026-03-16T06:00:00Z", "end": "2026-03-16T12:00:00Z"}""");
		this.watch.settleDue();
		assertThat(told()).containsExactly("requested");
		this.clock.set(Tuesday.MIDNIGHT.plus(Duration.ofDays(6)).plus(Duration.ofHours(6)));
		this.watch.settleDue();
		this.watch.settleDue();
		assertThat(told()).containsExactly("requested", "reminded");
		this.clock.advance(Duration.ofDays(5));
		this.watch.settleDue();
		this.watch.settleDue();
		assertThat(told()).containsExactly("requested", "reminded", "reminded");
	}

	@Test
	void theFeedTellsThatOthersAreOnCallOnlyWhenTheyAre() {
		String id = request("bob", "06", "12");
		long before = rosterChanges();
		take("eve", id);
		assertThat(rosterChanges()).isEqualTo(before + 1);
		as("bob", "swaps/" + id + "/withdraw", null);
		assertThat(rosterChanges()).isEqualTo(before + 2);
	}

	@Test
	void isAskedForOnceUnderTheSameId() {
		String more = ", \"id\": \"" + UUID.randomUUID() + "\"";
		assertThat(request("bob", "06", "12", more)).isNotEmpty();
		assertThat(this.manager.post("swaps", body("bob", "06", "12", more))).hasStatus(200);
		assertThat(this.manager.post("swaps", body("bob", "06", "11", more))).hasStatus(409);
		assertThat(told()).containsExactly("requested");
	}

	@Test
	void peopleActForThemselves() {
		assertThat(as("bob", "swaps", body("cleo", "12", "18", ""))).hasStatus(403);
		assertThat(as("bob", "swaps", """
				{"schedule": "main", "start": "2026-03-03T06:00:00Z", "end": "2026-03-03T07:00:00+00:00"}"""))
			.hasStatus(201)
			.bodyJson()
			.isLenientlyEqualTo("{\"requester\": \"bob\", \"changedBy\": \"bob\"}");
		String id = request("bob", "06", "12");
		assertThat(as("dan", "swaps/" + id + "/take", "{\"person\": \"eve\"}")).hasStatus(403);
		assertThat(this.manager.post("swaps/" + id + "/take", "{\"person\": \"eve\"}")).hasStatus(200);
		assertThat(this.http.post().uri("/api/v1/swaps/" + id + "/take").with(Tokens.by("eve", "schedules:read")))
			.hasStatus(403);
	}

	@Test
	void whoHasLeftByThenCannotTakeIt() {
		this.manager.post("people/eve/deactivate", "{\"reason\": \"leaves\", \"from\": \"2026-03-03T09:00:00Z\"}");
		assertThat(as("eve", "swaps/" + request("bob", "06", "12") + "/take", null)).hasStatus(400);
	}

	@Test
	void aSwapIsFlaggedWhenWhoTookItLeavesAndTheRequesterHasTheShiftAgain() {
		String id = request("bob", "06", "12");
		take("eve", id);
		this.manager.post("people/eve/deactivate", "{\"reason\": \"leaves\"}");
		assertThat(this.manager.get("swaps/" + id)).bodyJson().extractingPath("drifted").isEqualTo(true);
		assertThat(told()).containsExactly("requested", "accepted", "drifted");
		assertThat(drawn()).isEqualTo("aaaaaabbbbbbccccccdddddd");
	}

	@Test
	void anOpenSwapIsFlaggedWhenWhoAskedLeaves() {
		String id = request("bob", "06", "12");
		this.manager.post("people/bob/deactivate", "{\"reason\": \"leaves\"}");
		assertThat(this.manager.get("swaps/" + id)).bodyJson().extractingPath("drifted").isEqualTo(true);
	}

	@Test
	void swapsAreListedByWhoTakesPart() {
		String bobs = request("bob", "06", "12");
		String cleos = request("cleo", "12", "18");
		take("eve", cleos);
		assertThat(this.manager.get("swaps?person=eve")).bodyJson()
			.extractingPath("items[*].id")
			.isEqualTo(List.of(cleos));
		assertThat(this.manager.get("swaps?status=requested&schedule=main")).bodyJson()
			.extractingPath("items[*].id")
			.isEqualTo(List.of(bobs));
		assertThat(this.manager.get("swaps?limit=1")).bodyJson().extractingPath("items[*].id").isEqualTo(List.of(bobs));
		assertThat(this.manager.get("swaps?status=lost")).hasStatus(400);
		assertThat(this.manager.get("swaps/" + UUID.randomUUID())).hasStatus(404);
	}

	@Test
	void aScheduleThatIsDeletedTakesItsSwapsAlong() {
		String open = request("bob", "06", "12");
		String taken = request("cleo", "12", "18");
		take("eve", taken);
		this.manager.delete("schedules/main");
		for (String id : List.of(open, taken)) {
			assertThat(this.manager.get("swaps/" + id)).bodyJson().extractingPath("status").isEqualTo("withdrawn");
		}
		this.manager.put("schedules/main", Tuesday.QUARTERS);
		assertThat(drawn()).doesNotContain("e");
	}

	@Test
	void whoTookPartIsNotDeletedAndErasedUnderAnotherName() {
		take("eve", request("bob", "06", "12", ", \"reason\": \"eve owes me\""));
		assertThat(this.manager.delete("people/eve")).hasStatus(409);
		this.clock.set(Tuesday.MIDNIGHT.plus(Duration.ofDays(1)));
		assertThat(this.manager.post("people/eve/erase", "{}")).hasStatusOk();
		assertThat(this.manager.get("swaps")).bodyText().doesNotContain("eve").contains("accepted");
	}

	@Test
	void aSwapOnTheNightWhenTheClockChangesIsAboutInstants() {
		this.manager.put("schedules/night", """
				{"timeZone": "Europe/Paris", "layers": [{"rotation": {"type": "daily", "handoff": {"time": "02:30"},
				 "start": "2026-03-27", "people": ["ada", "bob"]}}]}""");
		String id = id(this.manager.post("swaps", """
				{"schedule": "night", "requester": "bob", "start": "2026-03-28T02:30:00+01:00",
				 "end": "2026-03-29T03:30:00+02:00"}"""));
		assertThat(this.manager.get("swaps/" + id)).bodyJson().isLenientlyEqualTo("""
				{"shifts": [{"start": "2026-03-28T01:30:00Z", "end": "2026-03-29T01:00:00Z"}]}""");
		take("eve", id);
		assertThat(this.manager.get("schedules/night/shifts?from=2026-03-28T12:00:00Z&to=2026-03-29T12:00:00Z"))
			.bodyJson()
			.isLenientlyEqualTo("""
					{"items": [{"person": "eve", "start": "2026-03-28T01:30:00Z", "end": "2026-03-29T01:00:00Z"},
					 {"person": "ada", "start": "2026-03-29T01:00:00Z"}]}""");
	}

	private static List<Integer> together(List<Callable<Integer>> requests) throws Exception {
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			Stream.Builder<Integer> statuses = Stream.builder();
			for (Future<Integer> answer : threads.invokeAll(requests)) {
				statuses.add(answer.get());
			}
			return statuses.build().toList();
		}
	}

	private void override(String person, String from, String to) {
		assertThat(this.manager.post("schedules/main/overrides", """
				{"person": "%s", "start": "%s", "end": "%s"}""".formatted(person, Tuesday.at(from), Tuesday.at(to))))
			.hasStatus(201);
	}

	private void take(String person, String id) {
		assertThat(as(person, "swaps/" + id + "/take", null)).hasStatus(200);
	}

	private String request(String person, String from, String to) {
		return request(person, from, to, "");
	}

	private String request(String person, String from, String to, String more) {
		return id(this.manager.post("swaps", body(person, from, to, more)));
	}

	private MvcTestResult requested(String person, String from, String to) {
		return this.manager.post("swaps", body(person, from, to, ""));
	}

	private static String body(String person, String from, String to, String more) {
		return "{\"schedule\": \"main\", \"requester\": \"%s\", \"start\": \"%s\", \"end\": \"%s\"%s}".formatted(person,
				Tuesday.at(from), Tuesday.at(to), more);
	}

	private static String span(String from, String to) {
		return "{\"start\": \"%s\", \"end\": \"%s\"}".formatted(Tuesday.at(from), Tuesday.at(to));
	}

	private static String id(MvcTestResult made) {
		assertThat(made).hasStatus(201);
		String location = String.valueOf(made.getResponse().getHeader("Location"));
		return location.substring(location.lastIndexOf('/') + 1);
	}

	private MvcTestResult as(String person, String path, @Nullable String body) {
		RequestPostProcessor token = Tokens.by(person, "cover:write");
		MockMvcTester.MockMvcRequestBuilder request = this.http.post().uri("/api/v1/" + path).with(token);
		return (body != null) ? request.contentType(MediaType.APPLICATION_JSON).content(body).exchange()
				: request.exchange();
	}

	/**
	 * What the feed told of swaps, in order.
	 */
	private List<String> told() {
		return types().filter((type) -> type.startsWith("dev.vigie.swap."))
			.map((type) -> type.substring("dev.vigie.swap.".length()))
			.toList();
	}

	private long rosterChanges() {
		return types().filter("dev.vigie.roster.changed"::equals).count();
	}

	private Stream<String> types() {
		return this.jdbc.sql("select type from feed_event order by position").query(String.class).list().stream();
	}

	private String drawn() {
		return Tuesday.drawn(this.onCall, "main");
	}

}
