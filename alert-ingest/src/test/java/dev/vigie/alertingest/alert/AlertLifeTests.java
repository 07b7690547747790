package dev.vigie.alertingest.alert;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import dev.vigie.alertingest.alert.AlertLife.Step;

import static org.assertj.core.api.Assertions.assertThat;

class AlertLifeTests {

	private static final Instant EIGHT = Instant.parse("2026-03-02T08:00:00Z");

	private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");

	private static final Instant TEN = Instant.parse("2026-03-02T10:00:00Z");

	private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

	private static final UUID ID = UUID.randomUUID();

	@Test
	void beginsWhenAnUnknownAlertFires() {
		Step step = after(null, firing(NINE));
		assertThat(step.news()).isEqualTo(AlertNews.FIRED);
		assertThat(step.alert().startsAt()).isEqualTo(NINE);
		assertThat(step.alert().endsAt()).isNull();
	}

	@Test
	void isStoredClosedWhenAnUnknownAlertIsResolved() {
		Step step = after(null, resolved(NINE, TEN));
		assertThat(step.news()).isEqualTo(AlertNews.NONE);
		assertThat(step.alert().status()).isEqualTo(AlertStatus.RESOLVED);
		assertThat(step.alert().endsAt()).isEqualTo(TEN);
	}

	@Test
	void isNotChangedByARepeat() {
		Alert alert = after(null, firing(NINE)).alert();
		Step step = after(alert, firing(NINE));
		assertThat(step.news()).isEqualTo(AlertNews.NONE);
		assertThat(step.alert()).isEqualTo(alert);
	}

	@Test
	void goesOnReadingAsItDoesWhenItIsRaisedAgain() {
		Alert alert = after(null, raised("one", null)).alert();
		assertThat(alert.isFiring()).isTrue();
		Step step = after(alert, raised("two", TEN));
		assertThat(step.news()).isEqualTo(AlertNews.NONE);
		assertThat(step.alert()).isEqualTo(alert.withStaleAt(TEN));
	}

	@Test
	void beginsAnewWhenItIsRaisedAfterItsEnd() {
		Alert alert = after(after(null, raised("one", null)).alert(), resolved(null, null)).alert();
		Step step = after(alert, raised("two", null));
		assertThat(step.news()).isEqualTo(AlertNews.FIRED);
		assertThat(step.alert().annotations()).containsEntry("summary", "two");
	}

	@Test
	void isNothingWhenAnUnknownAlertEndsAndNobodySaysWhatItWasAbout() {
		Step step = after(null, AlertChange.resolved("f").build());
		assertThat(step.alert()).isNull();
		assertThat(step.news()).isEqualTo(AlertNews.NONE);
	}

	private static AlertChange raised(String summary, @Nullable Instant validUntil) {
		return AlertChange.of(AlertVerb.RAISED, "f")
			.labels(Map.of("alertname", "Disk"))
			.annotations(Map.of("summary", summary))
			.validUntil(validUntil)
			.build();
	}

	@Test
	void isNotChangedByARepeatWithoutACredibleStart() {
		Alert alert = after(null, firing(null)).alert();
		assertThat(alert.startsAt()).isEqualTo(NOON);
		assertThat(after(alert, firing(null)).news()).isEqualTo(AlertNews.NONE);
	}

	@Test
	void isUpdatedByOtherAnnotations() {
		Alert alert = after(null, firing(NINE)).alert();
		AlertChange change = AlertChange.firing("f")
			.labels(Map.of("a", "b"))
			.annotations(Map.of("summary", "worse"))
			.startsAt(NINE)
			.build();
		Step step = after(alert, change);
		assertThat(step.news()).isEqualTo(AlertNews.UPDATED);
		assertThat(step.alert().annotations()).containsEntry("summary", "worse");
	}

	@Test
	void endsOnceHoweverOftenThatIsSaid() {
		Alert alert = after(null, firing(NINE)).alert();
		Step step = after(alert, resolved(NINE, TEN));
		assertThat(step.news()).isEqualTo(AlertNews.RESOLVED);
		Step again = after(step.alert(), resolved(NINE, TEN));
		assertThat(again.news()).isEqualTo(AlertNews.NONE);
		assertThat(again.alert()).isEqualTo(step.alert());
	}

	@Test
	void endsNowWhenTheSenderDoesNotSayWhen() {
		Alert alert = after(null, firing(NINE)).alert();
		assertThat(after(alert, resolved(NINE, null)).alert().endsAt()).isEqualTo(NOON);
	}

	@Test
	void goesOnWhenItComesBackWithItsOldStart() {
		Alert ended = after(after(null, firing(NINE)).alert(), resolved(NINE, TEN)).alert();
		Step step = after(ended, firing(NINE));
		assertThat(step.news()).isEqualTo(AlertNews.FIRED);
		assertThat(step.alert().startsAt()).isEqualTo(NINE);
		assertThat(step.alert().endsAt()).isNull();
	}

	@Test
	void beginsAnewWithALaterStartEvenIfItsEndWasNeverAnnounced() {
		Alert alert = after(null, firing(EIGHT)).alert();
		Step step = after(alert, firing(NINE));
		assertThat(step.news()).isEqualTo(AlertNews.FIRED);
		assertThat(step.alert().startsAt()).isEqualTo(NINE);
	}

	@Test
	void isNotBegunAnewByAPeerThatKnowsAnEarlierStart() {
		Alert alert = after(null, firing(NINE)).alert();
		Step step = after(alert, firing(EIGHT));
		assertThat(step.news()).isEqualTo(AlertNews.NONE);
		assertThat(step.alert().startsAt()).isEqualTo(NINE);
	}

	@Test
	void isNotEndedByALateWordAboutAnEarlierLife() {
		Alert alert = after(null, firing(TEN)).alert();
		Step step = after(alert, resolved(EIGHT, NINE));
		assertThat(step.news()).isEqualTo(AlertNews.NONE);
		assertThat(step.alert().isFiring()).isTrue();
	}

	@Test
	void isEndedByAPeerThatKnowsAnEarlierStart() {
		Alert alert = after(null, firing(NINE)).alert();
		assertThat(after(alert, resolved(EIGHT, TEN)).news()).isEqualTo(AlertNews.RESOLVED);
	}

	private static Step after(@Nullable Alert known, AlertChange change) {
		return AlertLife.next(known, change, ID, NOON);
	}

	private static AlertChange firing(@Nullable Instant start) {
		return AlertChange.firing("f").labels(Map.of("a", "b")).startsAt(start).build();
	}

	private static AlertChange resolved(Instant start, @Nullable Instant end) {
		return AlertChange.resolved("f").labels(Map.of("a", "b")).startsAt(start).endsAt(end).build();
	}

}
