package dev.vigie.escalation.subscription;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.vigie.escalation.incident.IncidentFacts;
import dev.vigie.escalation.incident.Visibility;
import dev.vigie.shared.problem.Invalid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SubscriptionSpecTests {

	@ParameterizedTest
	@CsvSource({ //
			" ,  ,  , true", //
			"web,  ,  , true", "db,  ,  , false", //
			" , shop,  , true", " , mail,  , false", //
			" ,  , P1, false", " ,  , P2, true", " ,  , P3, true", " ,  , P5, true", //
			"web, shop, P2, true", "web, shop, P1, false", "web, mail, P2, false", "db, shop, P2, false" })
	void coversWhatHoldsInAllThatItSays(@Nullable String team, @Nullable String service, @Nullable String severity,
			boolean covered) {
		SubscriptionSpec spec = new SubscriptionSpec("ada", null, team, service, severity, null);
		assertThat(spec.covers(incident("web", "shop", "P2"), Occasion.UPDATED)).isEqualTo(covered);
	}

	@ParameterizedTest
	@CsvSource({ "true, TRIGGERED, true", "false, TRIGGERED, false", ", TRIGGERED, false", ", UPDATED, true",
			", RESOLVED, true" })
	void coversTheBeginningOnlyWhereThatIsWanted(@Nullable Boolean triggered, Occasion occasion, boolean covered) {
		SubscriptionSpec spec = new SubscriptionSpec("ada", null, null, null, null, triggered);
		assertThat(spec.covers(incident("web", "shop", "P2"), occasion)).isEqualTo(covered);
	}

	@Test
	void coversLessTheMoreItSaysAndMoreTheWorseTheIncident() {
		Random random = new Random(3);
		List<String> severities = List.of("P1", "P2", "P3", "P4", "P5");
		for (int i = 0; i < 10_000; i++) {
			IncidentFacts incident = incident(any(random, "web", "db"), any(random, "shop", "mail"),
					severities.get(random.nextInt(5)));
			SubscriptionSpec wide = new SubscriptionSpec("ada", null, any(random, "web", "db"), null,
					severities.get(random.nextInt(5)), true);
			SubscriptionSpec narrow = new SubscriptionSpec("ada", null, wide.team(), any(random, "shop", "mail"),
					wide.severity(), true);
			Occasion occasion = Occasion.values()[random.nextInt(3)];
			if (narrow.covers(incident, occasion)) {
				assertThat(wide.covers(incident, occasion)).isTrue();
			}
			if (wide.covers(incident, occasion)) {
				assertThat(wide.covers(incident(incident.team(), "shop", "P1"), occasion)).isTrue();
			}
		}
	}

	@Test
	void isForAPersonOrForAChannel() {
		assertThatExceptionOfType(Invalid.class)
			.isThrownBy(() -> new SubscriptionSpec(null, null, null, null, null, null).stakeholder())
			.withMessageStartingWith("person");
		assertThatExceptionOfType(Invalid.class)
			.isThrownBy(() -> new SubscriptionSpec("ada", "ops", null, null, null, null).stakeholder());
	}

	private static String any(Random random, String... words) {
		return words[random.nextInt(words.length)];
	}

	private static IncidentFacts incident(@Nullable String team, String service, String severity) {
		return new IncidentFacts(UUID.randomUUID(), 1, "Down", severity, "triggered", true, team,
				Map.of("service", service), null, null, Instant.EPOCH, null, Visibility.OPEN);
	}

}
